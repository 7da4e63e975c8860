"""A new version is tried on few, and goes back by itself when it fails them."""

from pathlib import Path
from typing import Any

from infra.verbs import BY_HAND, VERBS, WAITED_FOR
from tests.infra.reading import Props, Template, referred, verb_of
from tests.infra.test_routes import ROUTES
from tests.support.assembly import CONTEXT, run


def groups(t: Template) -> dict[str, Props]:
    """By the verb whose alias they move."""
    found = {}
    for alias in t.resources.values():
        if alias["Type"] == "AWS::Lambda::Alias" and "UpdatePolicy" in alias:
            function = t.resources[referred(alias["Properties"]["FunctionName"])]["Properties"]
            moved = alias["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
            group = t.of("CodeDeploy::DeploymentGroup")[referred(moved["DeploymentGroupName"])]
            assert moved["ApplicationName"] == group["ApplicationName"]
            found[verb_of(function)] = group
    return found


def share(t: Template, verb: str) -> tuple[int, int]:
    """Percent, then minutes until all."""
    name = referred(groups(t)[verb]["DeploymentConfigName"])
    routing: Any = t.of("CodeDeploy::DeploymentConfig")[name]["TrafficRoutingConfig"]
    canary = routing["TimeBasedCanary"]
    return canary["CanaryPercentage"], canary["CanaryInterval"]


def alarms(t: Template, verb: str) -> set[str]:
    named = [referred(a["Name"]) for a in groups(t)[verb]["AlarmConfiguration"]["Alarms"]]
    prefix = f"career-relay-{t.stage}-"
    return {t.of("CloudWatch::Alarm")[n]["AlarmName"].removeprefix(prefix) for n in named}


def test_people_wait_for_exactly_what_the_api_calls() -> None:
    assert set(ROUTES.values()) == WAITED_FOR


def test_every_function_but_an_operators_own_is_moved_with_care(shipped: Template) -> None:
    assert groups(shipped).keys() == VERBS.keys() - BY_HAND
    assert len(shipped.of("CodeDeploy::Application")) == 1


def test_a_tenth_of_the_people_meet_a_new_version_for_five_minutes(shipped: Template) -> None:
    assert {share(shipped, verb) for verb in WAITED_FOR} == {(10, 5)}


def test_nearly_all_facts_meet_it_at_once_and_it_is_watched_as_long(shipped: Template) -> None:
    rest = groups(shipped).keys() - WAITED_FOR
    assert {share(shipped, verb) for verb in rest} == {(90, 5)}


def test_a_version_that_fails_goes_back_by_itself(shipped: Template) -> None:
    for verb, group in groups(shipped).items():
        assert group["AutoRollbackConfiguration"] == {
            "Enabled": True,
            "Events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
        }
        broken = {"api-5xx"} if verb in WAITED_FOR else set()
        assert alarms(shipped, verb) == {f"{verb.replace('_', '-')}-fails"} | broken


def test_a_mend_can_go_out_while_its_alarm_rings(tmp_path: Path) -> None:
    """CodeDeploy begins nothing under an alarm; `-c at_once=yes` asks it nothing."""
    done = run(CONTEXT["dev"] | {"at_once": "yes"}, tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "CareerRelay-dev.template.json").read_text()
    assert "CodeDeploy" not in text
    assert '"AWS::Lambda::Alias"' in text
