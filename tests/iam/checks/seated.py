"""Somebody who signed in, with their second factor: what a browser has of the session."""

from dataclasses import replace
from datetime import UTC, datetime

import httpx

from shared.domain.ids import PersonKey
from shared.domain.seat import Seat
from shared.domain.session import opened
from shared.mint import key_digest, session_token
from shared.table.sessions import Sessions
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS


class Seated:
    def __init__(self, stage: Stage, seat: Seat) -> None:
        self.stage, self.token = stage, session_token()
        self.person = PersonKey(f"{seat.kind}-{next(NUMBERS)}")
        new = opened(key_digest(self.token), self.person, (seat,), "ja", datetime.now(UTC))
        Sessions(stage.core).open(replace(new, proved=True))

    def asks(self, method: str, path: str, **form: str) -> httpx.Response:
        word = self.stage.pepper.form_word(key_digest(self.token))
        headers = {"Cookie": f"__Host-relay={self.person}.{self.token}", "Accept": "text/html"}
        data = {"form": word, **form} if method == "POST" else None
        return self.stage.visit.ask(method, path, headers=headers, data=data)
