"""Everything we hold of them, as they may have it (APPI 33): theirs alone, nobody else's."""

import json
from datetime import date
from functools import partial
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import exported
from functions.me.room import ROOM, locale, me, routes
from shared import clock, request, web
from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.domain.own import Own
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
    of = own.file.candidate_id
    return {
        "exported_at": clock.now(),
        **exported.file(own.file, spoken),
        "came_by": _came(of),
        "consents": [exported.agreed(one) for one in own.agreed],
        "answers_for_jobs": [exported.answer(one) for one in own.answers],
        "jobs": [exported.job(one) for one in own.introductions],
        "provision_records": [exported.provision(made) for made in own.provisions],
        "cv": exported.cv(own.cv) if own.cv else None,
        **_parts(of),
        "not_in_here": ROOM.words(spoken, "export")["not_in_here"],
    }


def _parts(of: CandidateId) -> dict[str, Any]:
    """What lies beside the file, as it is kept."""
    parts = partial(OwnFiles(table()).parts, of)
    return {
        "shown_to_companies": list(parts(keys.SHOWN_PREFIX)),
        "messages": [
            {"from": m["author"], "at": m["at"], "text": m["text"]}
            for m in parts(keys.THREAD_PREFIX)
        ],
        "address_changes": [
            {"from": m["old"], "to": m["new"], "asked_at": m.get("asked_at")}
            for m in parts(keys.ADDRESS_PREFIX)
        ],
        "acts": [
            {"act": a["act"], "by": "you" if a["by"] == "candidate" else "agency", "at": a["at"]}
            for a in parts(keys.ACT_PREFIX)
        ],
    }


def _came(of: CandidateId) -> list[dict[str, Any]]:
    """By whose link, and when; nothing of what became of it for that company."""
    screen = Screens(table()).show(of)
    return [{"company": one.company_name, "at": one.submitted_at} for one in screen.registrations]
