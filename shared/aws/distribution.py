"""CloudFront's distribution: the header it says to the origin, and whether that is believed."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

HEALTH: Final = "/healthz"
DEPLOYED: Final = "Deployed"
LONGEST_SECONDS: Final = 5


@dataclass(frozen=True, slots=True)
class Distribution:
    """`url` is where the distribution is reached by its own name, with https before it.

    `header`, in lower case, is where it says the secret to the origin.
    """

    id: str
    url: str
    header: str
    client: Any

    def says(self) -> str:
        _, config = self._config()
        [header] = _headers(config, self.header)
        return str(header["HeaderValue"])

    def say(self, value: str) -> None:
        """Refused by CloudFront if somebody else changed it meanwhile; then ask again."""
        tag, config = self._config()
        for header in _headers(config, self.header):
            header["HeaderValue"] = value
        self.client.update_distribution(Id=self.id, IfMatch=tag, DistributionConfig=config)

    def is_deployed(self) -> bool:
        found = self.client.get_distribution(Id=self.id)
        return bool(found["Distribution"]["Status"] == DEPLOYED)

    def is_answered(self) -> bool:
        """Whether a request by way of it reaches the origin and is served."""
        try:
            with urllib.request.urlopen(self.url + HEALTH, timeout=LONGEST_SECONDS) as answer:  # noqa: S310 - https, from the template
                return bool(answer.status == 200)
        except OSError:
            return False

    def _config(self) -> tuple[str, Any]:
        found = self.client.get_distribution_config(Id=self.id)
        return found["ETag"], found["DistributionConfig"]


def _headers(config: Any, name: str) -> Iterator[dict[str, str]]:
    """Where the distribution keeps the secret: on the origins that are ours."""
    for origin in config["Origins"]["Items"]:
        for header in origin.get("CustomHeaders", {}).get("Items", []):
            if header["HeaderName"].lower() == name:
                yield header
