"""Ten candidates in a browser, each from the link to the last page; the tenth earns the credit."""

import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.support.cloud.template import Wiring
from tests.support.cloud.town import Firm, Town
from tests.support.cost.meter import Meter

PEOPLE = 10
FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}


@dataclass(frozen=True, slots=True)
class Journey:
    town: Town

    def walk(self, firm: Firm, number: int) -> None:
        email = f"person{number}@mail.example.com"
        form = {"email": email, "full_name": "道標 花子", "consents.core": "on"}
        self._get(f"/r/{firm.slug}")
        place = f"2001:db8::{number + 1:x}"
        code_page = self._post(f"/r/{firm.slug}/registrations", form, place)
        self._get(code_page)
        self._get(self._post(code_page, {"code": self.town.code(email)}, place))

    def _get(self, path: str) -> None:
        reply = self._ask("GET", path)
        assert reply["statusCode"] == 200, reply

    def _post(self, path: str, form: dict[str, str], place: str) -> str:
        """Where it leads, without the query."""
        reply = self._ask("POST", path, urlencode(form), headers=FORM | {"x-relay-viewer": place})
        assert reply["statusCode"] == 303, reply
        return str(reply["headers"]["Location"]).partition("?")[0]

    def _ask(self, method: str, path: str, body: Any = None, **more: Any) -> dict[str, Any]:
        return self.town.cloud.request(method, path, body, **more)


def measured(wiring: Wiring) -> dict[str, Any]:
    """Of a registration: the whole of ten, and of the credit they earn, by ten."""
    meter = Meter(wiring, order=random.Random(1))
    firm = (town := Town(meter)).firm()
    meter.settle()
    _forget(meter)
    before = meter.kept_bytes()
    for number in range(PEOPLE):
        Journey(town).walk(firm, number)
    meter.settle()
    assert town.cloud.aws.mails and meter.calls["grant"] == 1, "the tenth earned a credit"
    calls = {verb: n / PEOPLE for verb, n in sorted(meter.calls.items())}
    noted = {name: n / PEOPLE for name, n in sorted(meter.noted.items())}
    kept = (meter.kept_bytes() - before) / PEOPLE
    mails = len(meter.aws.mails) / PEOPLE
    return {"invocations": calls, **noted, "kept_bytes": kept, "mails": mails}


def swept(wiring: Wiring) -> dict[str, float]:
    """A sweep that finds nothing."""
    meter = Meter(wiring)
    meter.invoke(wiring.function("sweep"), {})
    return {name: float(n) for name, n in sorted(meter.noted.items())}


def _forget(meter: Meter) -> None:
    """What came before the candidates is not theirs."""
    meter.calls.clear()
    meter.noted.clear()
    meter.aws.mails.clear()
