"""Greenhouse: our URL in a custom field of the application, which a rejection mail prints.

Harvest v3 at `https://harvest.greenhouse.io/v3`; `PATCH /applications/{id}` with `{custom_fields:
[{name_key, value}]}` [C]. Custom fields of applications need Advanced or Expert [D].
Whether fields that are not named stay as they are is not said [?]: the answer is compared with
what stood before, and the first loss is told as FIELDS_LOST, so that there is no second.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.connectors.greenhouse_application import Fields, fields, listed
from shared.connectors.harvest import Harvest
from shared.connectors.reading import parsed
from shared.domain.polled import Written
from shared.domain.trouble import Trouble, Why

_ID: Final = re.compile(r"[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Greenhouse:
    """Args:
    name_key: of the custom field, as Harvest lists it.
    """

    harvest: Harvest
    name_key: str

    def write(self, application_ref: str, url: str, now: datetime) -> Written | Trouble:
        """Reads first: a field that is set anew fires the company's own webhooks."""
        if not _ID.fullmatch(application_ref):
            return Trouble(Why.GONE, "no application has such an id")
        before = self._before(application_ref, now)
        if isinstance(before, Trouble):
            return before
        if before.ours == url:
            return Written(already=True)
        return self._set(application_ref, url, before, now)

    def some(self, now: datetime) -> int | Trouble:
        """The smallest question that shows a client's secret to be good."""
        answer = self.harvest.ask("GET", "/applications?per_page=1", now)
        if isinstance(answer, Trouble):
            return answer
        rows = parsed(answer.body)
        return len(rows) if isinstance(rows, list) else Trouble(Why.UNREADABLE, "no list")

    def _before(self, application_ref: str, now: datetime) -> Fields | Trouble:
        answer = self.harvest.ask("GET", f"/applications?ids={application_ref}", now)
        if isinstance(answer, Trouble):
            return answer
        return listed(answer.body, application_ref, self.name_key)

    def _set(
        self, application_ref: str, url: str, before: Fields, now: datetime
    ) -> Written | Trouble:
        said = {"custom_fields": [{"name_key": self.name_key, "value": url}]}
        body = json.dumps(said).encode()
        answer = self.harvest.ask("PATCH", f"/applications/{application_ref}", now, body)
        if isinstance(answer, Trouble):
            return answer
        after = fields(parsed(answer.body), self.name_key)
        if after and before.others - after.others:
            return Trouble(Why.FIELDS_LOST, "other custom fields are empty now")
        return Written()
