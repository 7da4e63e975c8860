"""Ashby's RPC: `customField.setValue`. Refusals are answered 200."""

import json
from base64 import b64encode
from dataclasses import dataclass, field

from tests.support.vendors.serving import Asked, Reply

SET, INFO = "/customField.setValue", "/customField.info"
KEY = "ashby-key-of-acme"
FIELD = "8f1c2a90-0b1e-4c0a-9a51-1f6e2b7d3c44"
APPLICATION = "3ae2b801-19f6-41ef-ad28-214bd731948f"


@dataclass
class FakeAshby:
    values: dict[str, str | None] = field(default_factory=lambda: {APPLICATION: None})

    def answer(self, asked: Asked) -> Reply:
        if (asked.method, asked.path) not in {("POST", path) for path in (SET, INFO)}:
            return Reply(404)
        if asked.headers.get("authorization") != f"Basic {b64encode(f'{KEY}:'.encode()).decode()}":
            return Reply(403, {"success": False, "errors": ["missing_endpoint_permission"]})
        said = json.loads(asked.body)
        if asked.path == INFO:
            return _field(said["customFieldId"])
        if said["fieldId"] != FIELD or said["objectType"] != "Application":
            return _refused("custom_field_not_found")
        if said["objectId"] not in self.values:
            return _refused("application_not_found")
        self.values[said["objectId"]] = said["fieldValue"]
        results = {"id": FIELD, "title": "Relay URL", "value": said["fieldValue"]}
        return Reply(200, {"success": True, "results": results})


def _field(name: str) -> Reply:
    if name != FIELD:
        return _refused("custom_field_not_found")
    return Reply(200, {"success": True, "results": {"id": FIELD, "title": "Relay URL"}})


def _refused(code: str) -> Reply:
    told = {"code": code, "message": "山田花子 was not found", "requestId": "01"}
    return Reply(200, {"success": False, "errors": [code], "errorInfo": told})
