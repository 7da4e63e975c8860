"""Every act has its words in the log that shows it, in both languages."""

import re
import tomllib
from functools import cache
from typing import Any, Final, get_args

import pytest

from functions.place.by_hand.register_amending import REASONS
from infra.sources import ROOT
from shared.contracts.recommendation import OutcomeRequest
from shared.domain.complaint import ComplaintKind
from shared.domain.member import Role
from shared.domain.registration import Reason
from shared.domain.rights import Ground, Wanted
from shared.signed_acts import REFUSED
from tests.house.acts import Acts
from tests.house.spoken import SHARED

BY_THE_AGENCY: Final = ("functions/agency", "functions/place")
BY_A_COMPANY: Final = ("functions/manage", "functions/console", "shared/company")
OUTCOMES: Final = get_args(OutcomeRequest.model_fields["stage"].annotation)
TOLD: Final = {"Stage(asked.stage)": [f"recommendation.{stage}" for stage in OUTCOMES]}
"""What a request says; nothing else is unknown."""


@cache
def written(*folders: str) -> set[str]:
    found = {REFUSED}
    for file in (f for folder in folders for f in (ROOT / folder).rglob("*.py")):
        acts = Acts(file)
        found |= {*acts.all()}
        found |= {act for said in acts.unknown for act in TOLD[said]}
    return found


def named(locale: str, log: str) -> Any:
    return tomllib.loads((SHARED / locale / f"{log}.toml").read_text("utf-8"))


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize(
    ("log", "folders"), [("agency_audit", BY_THE_AGENCY), ("audit", BY_A_COMPANY)]
)
def test_no_act_is_shown_by_its_raw_name(locale: str, log: str, folders: tuple[str, ...]) -> None:
    assert written(*folders) - named(locale, log)["acts"].keys() == set()


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_what_is_told_by_its_name_is_said_in_words(locale: str) -> None:
    values = {*ComplaintKind, *Wanted, *Ground, *REASONS, *Reason, *Role}
    assert {str(v) for v in values} - named(locale, "agency_audit")["values"].keys() == set()


def test_the_acts_are_found_wherever_their_names_are_made() -> None:
    found = written(*BY_THE_AGENCY)
    assert all(re.fullmatch(r"[a-z_]+\.[a-z_]+", act) for act in found - {REFUSED})
    literal, constant, told, chosen = "member.add", "cv.open", "company.approved", "rights.refuse"
    assert found >= {literal, constant, told, chosen, "candidate.erasure", "recommendation.left"}


def test_a_name_that_cannot_be_read_is_noticed() -> None:
    acts = Acts(ROOT / "functions" / "place" / "recommending.py")
    assert "recommendation.ask" in {*acts.all()}
    assert acts.unknown == [*TOLD]
