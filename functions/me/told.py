"""What is known of a candidate, as their pages say it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.domain import mail_link
from shared.domain.cv import Cv
from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.domain.message import Author, Message
from shared.domain.own import Introduction, provision_kept_until
from shared.domain.provision import Provision
from shared.pages.when import day, day_of, moment
from shared.wires import pepper

CONSENTS = "consents"


def introduction(one: Introduction, now: datetime, locale: Locale) -> Mapping[str, Any]:
    made = one.recommendation
    last = made.recommended_at or made.answered_at or made.asked_at
    return {
        "company": one.company_name or made.company_id,
        "title": one.order.title if one.order else "",
        "stage": made.stage,
        "waits": one.waits(now),
        "at": day_of(last, locale),
        "link": f"{question(made.candidate_id, made.recommendation_id)}?lang={locale}"
        if one.order
        else None,
        "may_answer": one.may_answer(now),
    }


def question(candidate_id: CandidateId, name: str) -> str:
    """The page the mail leads to, too."""
    return f"/consents/{pepper().token(CONSENTS, mail_link.subject(candidate_id, name))}"


def message(one: Message, locale: Locale) -> Mapping[str, Any]:
    return {
        "mine": one.author is Author.CANDIDATE,
        "iso": one.at.isoformat(timespec="minutes"),
        "at": moment(one.at, locale),
        "text": one.text,
    }


def provision(one: Provision, locale: Locale) -> Mapping[str, Any]:
    return {
        "company": one.company_name,
        "at": moment(one.at, locale),
        "consented_at": moment(one.consented_at, locale),
        "items": one.items,
        "until": day(provision_kept_until(one), locale),
    }


def cv(one: Cv, locale: Locale) -> Mapping[str, Any]:
    return {
        "kind": one.judged.media_type.ending.upper(),
        "pages": one.judged.pages,
        "at": moment(one.received_at, locale),
        "warned": bool(one.judged.warnings),
    }
