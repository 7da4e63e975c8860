from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.me import address_flow
from functions.me.room import event, locale, me, routes, shown
from shared import clock, request, signed_in
from shared.contracts.candidate import VerificationRequest
from shared.contracts.own import AddressTyped
from shared.contracts.wire import parse
from shared.domain.address_change import AddressChange
from shared.domain.errors import CodeExpired, CodeInvalid, InvalidRequest, StateForbids
from shared.domain.ids import CandidateId
from shared.domain.session import opened
from shared.mint import key_digest, mint, session_token
from shared.table.address_changes import AddressChanges
from shared.table.candidate_files import CandidateFiles
from shared.table.sessions import Sessions
from shared.wires import pepper, table

router = routes()
HERE: Final = "/me/address"


@router.get(HERE)
def look() -> Response[str]:
    return _page({}, "")


@router.post(HERE)
def ask() -> Response[str]:
    typed, now = request.values(event(router)), clock.now()
    said = typed if isinstance(typed, dict) else {}
    try:
        email = parse(AddressTyped, typed).email
        asked = address_flow.ask(
            me(router),
            _name(me(router), str(said.get("once") or ""), email, now),
            email,
            locale(router),
            files=CandidateFiles(table()),
            changes=AddressChanges(table()),
            secrecy=pepper(),
            now=now,
        )
    except InvalidRequest as error:
        if request.prefers_json(event(router)):
            raise
        return _page(error.fields, str(said.get("email", "")))
    return signed_in.to(f"{HERE}/{asked.change_id}?lang={locale(router)}")


def _name(candidate_id: CandidateId, once: str, email: str, now: datetime) -> str:
    """The same of a form that is sent again, and of no other."""
    same = key_digest(f"{candidate_id}\n{once}\n{email}")[:32]
    return f"adr_{same}" if once else mint("adr", now)


@router.get("/me/address/<change_id>")
def ask_code(change_id: str) -> Response[str]:
    return _code_page(change_id, {})


@router.post("/me/address/<change_id>")
def verify(change_id: str) -> Response[str]:
    """A new session, for the address is another one: whoever signed in by the old one is out."""
    try:
        moved = address_flow.verify(
            me(router),
            change_id,
            parse(VerificationRequest, request.values(event(router))).code,
            files=CandidateFiles(table()),
            changes=AddressChanges(table()),
            secrecy=pepper(),
            now=clock.now(),
        )
    except (CodeInvalid, CodeExpired, StateForbids, InvalidRequest) as error:
        if request.prefers_json(event(router)):
            raise
        wrong = error.code if isinstance(error, CodeInvalid) else _why(error)
        return _code_page(change_id, {"code": wrong}, getattr(error, "tries_left", None))
    return _signed_in_anew(moved)


def _why(error: Exception) -> str:
    match error:
        case CodeExpired():
            return "code_expired"
        case StateForbids():
            return "taken"
    return "code_malformed"


def _signed_in_anew(moved: AddressChange) -> Response[str]:
    now, token = clock.now(), session_token()
    sessions, seat = Sessions(table()), signed_in.seat(router)
    before = signed_in.session(router)
    sessions.close_all(before.person)
    sessions.open(opened(key_digest(token), moved.person, (seat,), before.locale, now))
    where = f"/me/details?done=moved&lang={locale(router)}"
    return signed_in.to(where, signed_in.cookie(moved.person, token))


def _page(wrong: Mapping[str, str], email: str) -> Response[str]:
    file = CandidateFiles(table()).find(me(router))
    file.check_there()
    values: dict[str, Any] = {
        "now": file.candidate.email,
        "values": {"email": email},
        "mistakes": wrong,
    }
    return shown(router, "address", values, status=422 if wrong else 200)


def _code_page(
    change_id: str, wrong: Mapping[str, str], tries_left: int | None = None
) -> Response[str]:
    file = CandidateFiles(table()).find(me(router))
    change = AddressChanges(table()).find(file.candidate_id, change_id)
    values: dict[str, Any] = {
        "here": f"{HERE}/{change.change_id}",
        "new": change.new,
        "mistakes": wrong,
        "tries_left": tries_left,
    }
    return shown(router, "address_code", values, status=422 if wrong else 200)
