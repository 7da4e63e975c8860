import pytest

from infra.ops.introduce import introduce
from tests.unit.ops.readied import Doer, bootstrapped


@pytest.mark.parametrize(("verified", "next_step"), [(True, "make deploy"), (False, "make sender")])
def test_the_sender_alone_is_deployed_and_its_records_shown(
    dev: Doer, verified: bool, next_step: str
) -> None:
    shown: list[str] = []

    def show(stage: str) -> bool:
        assert dev.cdk.acts == ["synth", "deploy CareerRelaySender-dev"]
        shown.append(stage)
        return verified

    bootstrapped(dev.cloud)
    *_, last = introduce("dev", dev.hands(), show)
    assert shown == ["dev"]
    assert f"{next_step} STAGE=dev" in last
