"""What is known of a candidate, as they take it along: names and moments, for programs."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Agreed, JobAnswer
from shared.domain.cv import Cv
from shared.domain.locale import Locale
from shared.domain.occupation import named
from shared.domain.own import Introduction, Own, provision_kept_until
from shared.domain.provision import Provision
from shared.pages.catalogue import words

type Came = Iterable[tuple[str | None, datetime]]
type Parts = Mapping[str, Iterable[Mapping[str, Any]]]


def everything(own: Own, came: Came, parts: Parts, spoken: Locale, at: datetime) -> str:
    """As JSON: theirs alone, nobody else's.

    Args:
        came: by whose link, and when; nothing of what became of it for that company.
        parts: what lies beside the file, as it is kept: shown, messages, addresses, acts.
    """
    return _json(
        {
            "exported_at": at,
            **file(own.file, spoken),
            "came_by": [{"company": company, "at": on} for company, on in came],
            "consents": [agreed(one) for one in own.agreed],
            "answers_for_jobs": [answer(one) for one in own.answers],
            "jobs": [job(one) for one in own.introductions],
            "provision_records": [provision(made) for made in own.provisions],
            "cv": cv(own.cv) if own.cv else None,
            **beside(parts),
            "not_in_here": words(spoken, "export")["not_in_here"],
        }
    )


def provisions_alone(own: Own, at: datetime) -> str:
    """To whom what was handed over, for who asks for that."""
    return _json(
        {
            "exported_at": at,
            "candidate_id": own.file.candidate_id,
            "provision_records": [provision(made) for made in own.provisions],
        }
    )


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def beside(parts: Parts) -> dict[str, Any]:
    return {
        "shown_to_companies": list(parts["shown"]),
        "messages": [
            {"from": m["author"], "at": m["at"], "text": m["text"]} for m in parts["messages"]
        ],
        "address_changes": [
            {"from": m["old"], "to": m["new"], "asked_at": m.get("asked_at")}
            for m in parts["addresses"]
        ],
        "acts": [
            {"act": a["act"], "by": "you" if a["by"] == "candidate" else "agency", "at": a["at"]}
            for a in parts["acts"]
        ],
    }


def file(of: CandidateFile, spoken: Locale) -> dict[str, Any]:
    return {
        "candidate_id": of.candidate_id,
        "email": of.candidate.email,
        "full_name": of.candidate.full_name,
        "reading": of.reading,
        "phone": of.candidate.phone,
        "desired_occupation": named(of.candidate.desired_occupation, spoken),
        "desired_location": of.candidate.desired_location,
        "locale": of.locale,
        "state": of.state,
        "search": of.search,
        "adviser": of.adviser,
        "opened_at": of.opened_at,
        "contact_by": of.contact_by,
        "withdrawn_at": of.withdrawn_at,
        "not_solicited_until": of.not_solicited_until,
        "blocked_companies": list(of.blocked),
        "typed_at": dict(of.typed_at),
    }


def agreed(one: Agreed) -> dict[str, Any]:
    said = one.consents
    return {
        "at": one.at,
        "text_version": said.text_version,
        "method": said.method,
        "news": said.news,
        "statistics": said.statistics,
        "ai_matching": said.ai_matching,
    }


def answer(one: JobAnswer) -> dict[str, Any]:
    return {
        "answer": one.answer,
        "items": list(one.items),
        "text_version": one.text_version,
        "at": one.at,
    }


def job(one: Introduction) -> dict[str, Any]:
    made = one.recommendation
    return {
        "company": one.company_name,
        "title": one.order.title if one.order else None,
        "stage": made.stage,
        "asked_at": made.asked_at,
        "items": list(made.items),
        "answered_at": made.answered_at,
        "shown_at": made.recommended_at,
        "joined_on": made.joined_on,
        "still_there_on": made.still_there_on,
        "left_on": made.left_on,
    }


def provision(made: Provision) -> dict[str, Any]:
    return {
        "to": made.company_name,
        "at": made.at,
        "items": list(made.items),
        "consented_at": made.consented_at,
        "text_version": made.text_version,
        "kept_until": provision_kept_until(made),
    }


def cv(of: Cv) -> dict[str, Any]:
    return {
        "received_at": of.received_at,
        "media_type": of.judged.media_type,
        "pages": of.judged.pages,
    }
