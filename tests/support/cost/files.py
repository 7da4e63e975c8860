"""docs/units.json and the table in docs/deploy.md, as they should be now."""

import json
from typing import Any

from infra.cost.bill import bill, written_into
from infra.cost.holdings import Held
from infra.cost.prices import Prices
from infra.cost.units import FILE as UNITS
from infra.cost.units import Units
from infra.sources import ROOT
from tests.support.assembly import synthesized, template
from tests.support.cloud.template import Wiring
from tests.support.cost.journey import measured, swept
from tests.support.cost.metrics import custom_metrics

PAGE = ROOT / "docs" / "deploy.md"
STAGE = "prod"


def measured_now() -> dict[str, Any]:
    wiring = Wiring(template("local")["Resources"])
    return {
        "registration": measured(wiring),
        "sweep": swept(wiring),
        "custom_metrics": len(custom_metrics()),
    }


def units_now() -> str:
    """What is assumed stays."""
    said = json.loads(UNITS.read_text(encoding="utf-8"))
    return json.dumps(said | measured_now(), indent=2, ensure_ascii=False) + "\n"


def held() -> Held:
    """All stacks of the stage: a template names only its own resources."""
    found = sorted(synthesized(STAGE).glob("*.template.json"))
    stacks = (json.loads(file.read_text(encoding="utf-8"))["Resources"] for file in found)
    return Held({name: resource for stack in stacks for name, resource in stack.items()})


def table() -> str:
    return bill(held(), Units.read(), Prices.read())


def page_now() -> str:
    return written_into(PAGE.read_text(encoding="utf-8"), table())
