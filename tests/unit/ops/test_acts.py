"""What the small acts say when there is nothing to do, or something wrong."""

from argparse import Namespace
from typing import Any

import pytest
from botocore.exceptions import NoCredentialsError

from infra.ops import __main__ as ops
from infra.ops import approve, key, outputs, reconcile
from infra.ops.cloud import cloud
from infra.ops.refusal import RefusedError
from infra.ops.stack import Stack


class Said:
    """A deployed stack whose functions answer what they are told to."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.outputs = answer, {"PublicUrl": "https://d.example", "ApiId": "a"}

    def ask(self, output: str, event: Any) -> Any:
        return self.answer


def test_a_difference_is_shown_and_ends_badly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {"differences": 2, "shown": [{"what": "tally n"}]}
    monkeypatch.setattr(reconcile, "stack", lambda _: Said(found))
    with pytest.raises(RefusedError, match="2 differences"):
        reconcile.reconcile(Namespace(stage="dev"))
    assert "tally n" in capsys.readouterr().out


def test_no_difference_is_told_and_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconcile, "stack", lambda _: Said({"differences": 0}))
    assert reconcile.reconcile(Namespace(stage="dev")) == {"differences": 0}


def test_outputs_are_told_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "stack", lambda _: Said(None))
    assert list(outputs.outputs(Namespace(stage="dev"))) == ["ApiId", "PublicUrl"]


def test_nobody_is_approved_without_a_name() -> None:
    with pytest.raises(RefusedError, match="COMPANY is missing; for example COMPANY=co_"):
        approve.approve(Namespace(stage="dev", company_id=""))


def whose(**said: str) -> Namespace:
    named = {"company_id": None, "member": "", "name": "", "role": ""}
    return Namespace(**{**named, **said})


def test_a_key_is_a_persons_where_one_is_named_and_a_programs_else() -> None:
    named = {"email": "a@b.example", "name": "A", "role": "adviser"}
    asked = whose(member="a@b.example", name="A", role="adviser")
    assert key.member(asked) == {"member": named}
    assert key.member(whose()) == key.member(whose(company_id="co_1")) == {}
    assert key.member(whose(name="a-machine")) == {}, "NAME is set by some systems"


@pytest.mark.parametrize(
    "said",
    [
        {"member": "a@b"},
        {"role": "manager"},
        {"member": "a@b", "name": "A", "role": "owner"},
        {"member": "a@b", "name": "A", "role": "adviser", "company_id": "co_1"},
    ],
)
def test_half_a_person_gets_no_key(said: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match="say MEMBER=, NAME= and ROLE="):
        key.member(whose(**said))


def test_an_address_that_is_none_is_refused_and_not_quoted() -> None:
    with pytest.raises(RefusedError, match="email") as refused:
        key.member(whose(member="nobody", name="A", role="adviser"))
    assert "nobody" not in str(refused.value)


@pytest.mark.parametrize("stage", ["", "staging"])
def test_a_stage_that_does_not_exist_is_named_so(stage: str) -> None:
    with pytest.raises(RefusedError, match="STAGE is local, dev or prod, not"):
        cloud(stage)


def test_a_stack_whose_deploy_did_not_end_well_is_not_asked() -> None:
    with pytest.raises(RefusedError, match="the stack tells no SweepFunction"):
        Stack({}, None).ask("SweepFunction", {})


def test_without_credentials_every_act_says_which_setting_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_: str) -> None:
        raise NoCredentialsError

    monkeypatch.setattr(outputs, "stack", nobody)
    monkeypatch.setattr("sys.argv", ["infra.ops", "--stage", "dev", "outputs"])
    assert ops.main() == 1
    assert "set AWS_PROFILE" in capsys.readouterr().err
