"""What is known of a candidate, as they take it along: names and moments, for programs."""

from typing import Any

from functions.me import told
from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Agreed, JobAnswer
from shared.domain.cv import Cv
from shared.domain.locale import Locale
from shared.domain.own import Introduction, provision_kept_until
from shared.domain.provision import Provision


def file(of: CandidateFile, spoken: Locale) -> dict[str, Any]:
    return {
        "candidate_id": of.candidate_id,
        "email": of.candidate.email,
        "full_name": of.candidate.full_name,
        "phone": of.candidate.phone,
        "desired_occupation": told.occupation(of.candidate.desired_occupation, spoken),
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
