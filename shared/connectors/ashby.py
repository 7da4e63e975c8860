"""Ashby: our URL in a custom field of the application, by `POST /customField.setValue` with
`{objectType, objectId, fieldId, fieldValue}` [C]; Basic, the key as user name [D].

Refusals come as 200 with `{success: false, errors, errorInfo: {code}}` [C], 401 without a key,
403 for a wrong one or without `candidatesWrite` [D].
Two fields of one application set at once may overwrite one another [C]: one at a time.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.connectors.ashby_answer import said
from shared.connectors.exchange import Request
from shared.connectors.limits import Names
from shared.connectors.reading import parsed, reference
from shared.connectors.verdict import trouble
from shared.connectors.wire import Wire
from shared.domain.polled import Written
from shared.domain.trouble import Trouble, Why

SET_VALUE: Final = "https://api.ashbyhq.com/customField.setValue"
FIELD: Final = "https://api.ashbyhq.com/customField.info"
NAMES: Final = Names("x-ratelimit-remaining", "x-ratelimit-reset")
"""Not documented: what is not there is not heeded, and 429 alone says when [?]."""


@dataclass(frozen=True, slots=True)
class Ashby:
    """Args:
    field_id: UUID of the custom field, for applications, of type URL or text.
    """

    wire: Wire = field(repr=False)
    key: str = field(repr=False)
    field_id: str

    def write(self, application_ref: str, url: str, now: datetime) -> Written | Trouble:
        """Sets the same value again: what stood there is not told, so never `already`."""
        if reference(application_ref) is None:
            return Trouble(Why.GONE, "no application has such an id")
        body = {
            "objectType": "Application",
            "objectId": application_ref,
            "fieldId": self.field_id,
            "fieldValue": url,
        }
        return self._asked(SET_VALUE, body, now)

    def found(self, now: datetime) -> int | Trouble:
        """1: the key is good, and the field is there. Needs the right to read the hiring process
        [D: which endpoint belongs to which module].
        """
        done = self._asked(FIELD, {"customFieldId": self.field_id}, now)
        return done if isinstance(done, Trouble) else 1

    def _asked(self, url: str, body: Mapping[str, str], now: datetime) -> Written | Trouble:
        answer = self.wire.ask(self._request(url, body))
        if isinstance(answer, Trouble):
            return answer
        return trouble(answer, NAMES, now) or said(parsed(answer.body))

    def _request(self, url: str, body: Mapping[str, str]) -> Request:
        headers = {
            "Authorization": f"Basic {b64encode(f'{self.key}:'.encode(errors='replace')).decode()}",
            "Accept": "application/json; version=1",
            "Content-Type": "application/json",
        }
        return Request("POST", url, headers, json.dumps(body).encode())
