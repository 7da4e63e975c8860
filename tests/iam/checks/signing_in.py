"""Somebody signs in: `sign_in`."""

import re
from datetime import UTC, datetime

import httpx
import pyotp

from shared.domain.member import Member, Role
from shared.domain.seat import Kind, Seat
from shared.domain.session import Session, opened
from shared.mint import key_digest, session_token
from shared.signed_in import COOKIE
from shared.table.members import Members
from shared.table.sessions import Sessions
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS
from tests.support.builders import NOON

SECOND = "/sign-in/second"


def _member(stage: Stage) -> str:
    """The address of somebody new at the agency."""
    email = f"adviser{next(NUMBERS)}@agency.example"
    member = Member("太郎", email, Role.ADVISER, NOON)
    Members(stage.core).enrol(stage.pepper.person(email), member)
    return email


def _sitting(stage: Stage, email: str) -> tuple[Session, dict[str, str]]:
    token, person = session_token(), stage.pepper.person(email)
    seats = (Seat(Kind.AGENCY, "agency", "adviser"),)
    session = opened(key_digest(token), person, seats, "ja", datetime.now(UTC))
    Sessions(stage.core).open(session)
    return session, {"cookie": f"{COOKIE}={person}.{token}"}


def _posts(
    stage: Stage, path: str, own: dict[str, str], session: Session, **form: str
) -> httpx.Response:
    told = {"form": stage.pepper.form_word(session.digest), **form}
    return stage.visit.ask("POST", path, headers=own, data=told)


def a_code_opens_a_session_and_it_is_left(stage: Stage) -> None:
    email, visitor = _member(stage), f"192.0.2.{next(NUMBERS) % 250}"
    begun = stage.visit.ask("POST", "/sign-in", visitor, json={"email": email}).json()
    code = stage.pepper.sign_in_code(begun["sign_in_id"], 1)
    said = {"sign_in_id": begun["sign_in_id"], "code": code}
    assert stage.visit.ask("POST", "/sign-in/verification", json=said).status_code == 200
    session, own = _sitting(stage, email)
    assert _posts(stage, "/sign-out", own, session).status_code == 303


def a_device_is_enrolled_and_asked(stage: Stage) -> None:
    email = _member(stage)
    session, own = _sitting(stage, email)
    page = stage.visit.ask("GET", SECOND, headers=own).text
    found = re.search(r'name="sealed" value="([^"]+)"', page)
    secret = re.search(r'<code translate="no">([A-Z2-7 ]+)</code>', page)
    assert found and secret
    code = pyotp.TOTP(secret[1].replace(" ", "")).now()
    enrolled = _posts(stage, SECOND, own, session, sealed=found[1], code=code)
    assert enrolled.status_code == 200


def all_sessions_are_left(stage: Stage) -> None:
    """Where one is signed in is listed first: a query."""
    email = _member(stage)
    session, own = _sitting(stage, email)
    Sessions(stage.core).proved(session)
    assert stage.visit.ask("GET", "/account", headers=own).status_code == 200
    left = _posts(stage, "/account/sign-out-everywhere", own, session)
    assert left.status_code == 303
