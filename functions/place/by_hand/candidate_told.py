"""What lies in a candidate's file, as its page says it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Came, Introduced, JobAnswer, Screen
from shared.domain.consent import Consents
from shared.domain.forbidden import Kind
from shared.domain.locale import Locale
from shared.domain.message import Author, Message
from shared.domain.occupation import OCCUPATIONS
from shared.domain.registration import Signal
from shared.domain.tokyo import day as tokyo_day
from shared.pages.signals import label
from shared.pages.when import day, day_of, moment

type Told = dict[str, Any]

OPTIONAL: Final = ("news", "statistics", "ai_matching")
METHODS: Final = frozenset({"form", "api", "own_page", "page", "one_click", "withdrawal"})
"""How a consent was given, where we have a word for it."""


def occupation(code: str | None, locale: Locale) -> str:
    """By its name; what is none of the list stays as it was typed."""
    found = next((known for known in OCCUPATIONS if known.code == code), None)
    return found.name_in(locale) if found else code or ""


def flags(file: CandidateFile, now: datetime) -> Told:
    """What an adviser must know before anything else."""
    until = file.not_solicited_until
    return {
        "is_late": file.is_overdue(now),
        "is_placed": bool(until and until > tokyo_day(now)),
    }


def dates(file: CandidateFile, locale: Locale) -> Told:
    until = file.not_solicited_until
    return {
        "opened": day_of(file.opened_at, locale),
        "contact_by": moment(file.contact_by, locale) if file.contact_by else None,
        "not_solicited": day(until, locale) if until else None,
        "withdrawn": day_of(file.withdrawn_at, locale) if file.withdrawn_at else None,
        "erased": day_of(file.erased_at, locale) if file.erased_at else None,
    }


def consents(given: Consents, at: datetime | None, locale: Locale) -> Told:
    return {
        "at": moment(at, locale) if at else "",
        "version": given.text_version,
        "method": _method(given.method),
        "given": {name: getattr(given, name) for name in OPTIONAL},
    }


def _method(said: str) -> str:
    return said if said in METHODS else "other"


def let_go(screen: Screen, locale: Locale) -> list[Told]:
    """Who did not hire them: by whose link they came, and who declined them when shown."""
    file = screen.file
    came = [
        {"of": of, "name": screen.names.get(of, of), "since": day_of(file.came[of], locale)}
        for of in file.let_go_by
    ]
    return came + [
        {"of": told["made"].company_id, "name": told["company"], **told}
        for told in (introduced(one, locale) for one in screen.introduced)
        if told["made"].is_turned_down
    ]


def came(one: Came, locale: Locale) -> Told:
    return {
        "one": one,
        "company": one.company_name or one.company_id,
        "at": moment(one.submitted_at, locale),
        "signals": [label(Signal(signal), locale) for signal in one.signals],
    }


def introduced(one: Introduced, locale: Locale) -> Told:
    made = one.recommendation
    last = made.left_on or made.joined_on
    return {
        "made": made,
        "company": one.company_name or made.company_id,
        "title": one.title or made.job_order_id,
        "asked": day_of(made.asked_at, locale),
        "shown": day_of(made.recommended_at, locale) if made.recommended_at else None,
        "on": day(last, locale) if last else None,
    }


def answer(one: JobAnswer, screen: Screen, locale: Locale) -> Told:
    """A yes or a no, for which job: by its name where it is known."""
    of = {known.recommendation.recommendation_id: known for known in screen.introduced}
    job = of.get(one.recommendation_id)
    return {
        "one": one,
        "job": (job.title if job else None) or one.job_order_id,
        "company": (job.company_name if job else None) or one.company_id,
        "method": _method(one.method),
        "at": moment(one.at, locale),
    }


def message(one: Message, who: str, locale: Locale) -> Told:
    """`who` is how its writer is called at the agency."""
    is_theirs = one.author is Author.CANDIDATE
    return {
        "is_theirs": is_theirs,
        "who": who,
        "iso": one.at.isoformat(timespec="minutes"),
        "at": moment(one.at, locale),
        "text": one.text,
    }


def cv(item: Mapping[str, Any], locale: Locale) -> Told:
    """As it is kept."""
    at = item.get("received_at")
    return {
        "is_pdf": str(item.get("media_type", "")).endswith("pdf"),
        "pages": item.get("pages"),
        "at": moment(datetime.fromisoformat(at), locale) if at else "",
        "kinds": [Kind(kind) for kind in item.get("warnings", ())],
    }


def seen(query: Mapping[str, str]) -> list[Kind]:
    """What a text that was kept just now seems to hold: `?seems=` of a path we led to."""
    said = query.get("seems", "").split(".")
    return [kind for kind in Kind if kind in said]
