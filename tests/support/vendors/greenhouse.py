"""Greenhouse: tokens for client credentials, and of Harvest v3 applications and templates."""

import json
from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

CLIENT, SECRET = "gh-client-of-acme", "gh-secret-of-acme"
RELAY_URL = "relay_url"
SALARY = "9,999,999"


def an_application(number: int = 265293, **fields: str) -> dict[str, Any]:
    said = {"wished_salary": SALARY, **fields}
    custom = {key: {"name": key, "type": "short_text", "value": v} for key, v in said.items()}
    return {"id": number, "candidate_id": 265788, "status": "in_process", "custom_fields": custom}


@dataclass
class FakeGreenhouse:
    applications: list[dict[str, Any]] = field(default_factory=list)
    templates: list[dict[str, Any]] = field(default_factory=list)
    keeps_others: bool = True
    lives: int = 3600
    tokens: int = 0
    resets: str = "1775012460"

    def answer(self, asked: Asked) -> Reply:
        if (asked.method, asked.path) == ("POST", "/token"):
            return self._token(asked)
        if asked.headers.get("authorization") != f"Bearer token-{self.tokens}":
            return Reply(401, {"message": "Invalid token"})
        match asked.method, asked.path.removeprefix("/v3").split("/")[1:]:
            case "GET", ["applications"]:
                return Reply(200, [a for a in self.applications if self._is(a, asked)])
            case "PATCH", ["applications", ref]:
                return self._set(ref, json.loads(asked.body))
            case "GET", ["email_templates"]:
                return self._templates(asked)
        return Reply(404, {"message": "not found"})

    def _token(self, asked: Asked) -> Reply:
        """One lives at a time."""
        pair = b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        right = asked.headers.get("authorization") == f"Basic {pair}"
        if not right or asked.body != b"grant_type=client_credentials":
            return Reply(401, {"error": "invalid_client"})
        self.tokens += 1
        return Reply(200, {"access_token": f"token-{self.tokens}", "expires_in": self.lives})

    def _is(self, application: dict[str, Any], asked: Asked) -> bool:
        """Without ids: whichever come first."""
        named = asked.query.get("ids")
        return named is None or str(application["id"]) in named.split(",")

    def _set(self, ref: str, body: dict[str, Any]) -> Reply:
        found = next((a for a in self.applications if str(a["id"]) == ref), None)
        if found is None:
            return Reply(404, {"message": "not found"})
        if any(said["name_key"] != RELAY_URL for said in body["custom_fields"]):
            return Reply(422, {"message": "Validation error"})
        kept = found["custom_fields"] if self.keeps_others else {}
        new = {said["name_key"]: {"value": said["value"]} for said in body["custom_fields"]}
        found["custom_fields"] = {**kept, **new}
        return Reply(200, found)

    def _templates(self, asked: Asked) -> Reply:
        """One on a page; a cursor comes alone."""
        if "cursor" in asked.query and len(asked.query) > 1:
            return Reply(422, {"message": "cursor with other parameters"})
        at = int(asked.query.get("cursor", "0"))
        here = "https://harvest.greenhouse.io/v3/email_templates"
        link = f'<{here}?cursor={at + 1}>; rel="next"' if at + 1 < len(self.templates) else ""
        return Reply(200, self.templates[at : at + 1], {"Link": link})
