"""Everything we hold of them, as they may have it (APPI 33): theirs alone, nobody else's."""

import json
from datetime import date
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import told
from functions.me.room import ROOM, locale, me, routes
from shared import clock, request, web
from shared.domain.locale import Locale
from shared.domain.own import Introduction, Own, provision_kept_until
from shared.downloads import saved
from shared.table import keys
from shared.table.own_files import OwnFiles
from shared.table.screens import Screens
from shared.wires import table

router = routes()


@router.get("/me/export")
def export() -> Response[str]:
    own = OwnFiles(table()).read(me(router))
    said = json.dumps(_all(own, locale(router)), ensure_ascii=False, indent=2, default=_plain)
    headers = {**web.SAFE, **saved("career-relay-my-data.json")}
    return Response(200, f"{request.JSON}; charset=utf-8", said, headers=headers)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _all(own: Own, spoken: Locale) -> dict[str, Any]:
    file, store = own.file, OwnFiles(table())
    of = file.candidate_id
    return {
        "exported_at": clock.now(),
        "candidate_id": of,
        "email": file.candidate.email,
        "full_name": file.candidate.full_name,
        "phone": file.candidate.phone,
        "desired_occupation": told.occupation(file.candidate.desired_occupation, spoken),
        "desired_location": file.candidate.desired_location,
        "locale": file.locale,
        "state": file.state,
        "search": file.search,
        "adviser": file.adviser,
        "opened_at": file.opened_at,
        "contact_by": file.contact_by,
        "withdrawn_at": file.withdrawn_at,
        "not_solicited_until": file.not_solicited_until,
        "blocked_companies": list(file.blocked),
        "typed_at": dict(file.typed_at),
        "came_by": _came(of),
        "consents": [_agreed(one) for one in own.agreed],
        "answers_for_jobs": [
            {"answer": a.answer, "items": list(a.items), "text_version": a.text_version, "at": a.at}
            for a in own.answers
        ],
        "jobs": [_job(one) for one in own.introductions],
        "shown_to_companies": list(store.parts(of, keys.SHOWN_PREFIX)),
        "provision_records": [
            {
                "to": made.company_name,
                "at": made.at,
                "items": list(made.items),
                "consented_at": made.consented_at,
                "text_version": made.text_version,
                "kept_until": provision_kept_until(made),
            }
            for made in own.provisions
        ],
        "messages": [
            {"from": m["author"], "at": m["at"], "text": m["text"]}
            for m in store.parts(of, keys.THREAD_PREFIX)
        ],
        "cv": {
            "received_at": own.cv.received_at,
            "media_type": own.cv.judged.media_type,
            "pages": own.cv.judged.pages,
        }
        if own.cv
        else None,
        "address_changes": [
            {"from": m["old"], "to": m["new"], "asked_at": m.get("asked_at")}
            for m in store.parts(of, keys.ADDRESS_PREFIX)
        ],
        "acts": [
            {"act": a["act"], "by": "you" if a["by"] == "candidate" else "agency", "at": a["at"]}
            for a in store.parts(of, keys.ACT_PREFIX)
        ],
        "not_in_here": ROOM.words(spoken, "export")["not_in_here"],
    }


def _came(of: Any) -> list[dict[str, Any]]:
    """By whose link, and when; nothing of what became of it for that company."""
    screen = Screens(table()).show(of)
    return [{"company": one.company_name, "at": one.submitted_at} for one in screen.registrations]


def _agreed(one: Any) -> dict[str, Any]:
    said = one.consents
    return {
        "at": one.at,
        "text_version": said.text_version,
        "method": said.method,
        "news": said.news,
        "statistics": said.statistics,
        "ai_matching": said.ai_matching,
    }


def _job(one: Introduction) -> dict[str, Any]:
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
