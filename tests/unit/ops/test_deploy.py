"""A deploy, step by step, over an account that is made up."""

import json
from pathlib import Path

import pytest

from infra.context import said_of
from infra.ops.deploy import deploy
from infra.ops.refusal import RefusedError
from tests.support.assembly import CONTEXT
from tests.unit.ops.readied import Doer, bootstrapped, deployed, function_says, known, ready
from tests.unit.ops.stubbed import ACCOUNT, HOME

SAID = said_of("dev", CONTEXT["dev"]["dev"])
KEY = "cra_dev_shown-once"


def first_time(doer: Doer, **outputs: str) -> None:
    deployed(doer.cloud, doer.stage, None, **outputs)
    function_says(doer.cloud, "appoint:live", {"new": True})
    function_says(doer.cloud, "issue_key:live", {"api_key": KEY})


def said(doer: Doer, yes: str = "", typed: str | None = None) -> str:
    return "\n".join(deploy(doer.stage, SAID, doer.hands(yes, typed)))


def test_the_guard_goes_first_and_the_relay_is_told_of_it(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    said(dev)
    assert dev.cdk.acts == ["synth", "deploy CareerRelayGuard-dev", "deploy CareerRelay-dev"]
    told = dev.cdk.said[-1]
    assert told[told.index("--parameters") + 1] == "CareerRelay-dev:WebAclArn=arn:acl"
    assert told.count("--parameters") == 1, "only what the relay has parameters for"
    dev.cloud.check_all_asked()


def test_it_says_whose_account_it_touches_before_anything_else(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    first = next(deploy("dev", SAID, dev.hands()))
    assert ACCOUNT in first and HOME in first and "us-east-1" in first
    assert dev.cdk.said == []


def test_static_files_go_where_the_stack_says(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev, StaticBucket="files", PublicUrl="https://relay.agency.example")
    assert said(dev).count("The relay: https://relay.agency.example") == 1
    synth_guard_and_relay = 3
    assert dev.published.done == [("files", synth_guard_and_relay)]


def test_an_update_brings_its_files_before_the_pages_that_name_them(dev: Doer) -> None:
    ready(dev.cloud)
    deployed(dev.cloud, before={"StaticBucket": "files"}, StaticBucket="files")
    function_says(dev.cloud, "appoint:live", {"new": False})
    said(dev)
    synth_and_guard = 2
    assert dev.published.done[0] == ("files", synth_and_guard)


def test_a_stack_without_a_bucket_gets_no_files(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    said(dev)
    assert dev.published.done == []


def test_the_first_manager_gets_the_agencys_key_once(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    assert said(dev).count(KEY) == 1


def test_a_manager_appointed_before_gets_no_other_key(dev: Doer) -> None:
    ready(dev.cloud)
    deployed(dev.cloud)
    function_says(dev.cloud, "appoint:live", {"new": False})
    assert "nothing changed" in said(dev)
    dev.cloud.check_all_asked()


def test_another_manager_is_refused_once_the_stage_is_deployed(dev: Doer) -> None:
    ready(dev.cloud)
    deployed(dev.cloud)
    why = {"errorType": "Refused", "errorMessage": "the agency's first manager is somebody else"}
    function_says(dev.cloud, "appoint:live", why, failed=True)
    with pytest.raises(RefusedError, match=r"dev is deployed, but manager .* somebody else"):
        said(dev)


def test_the_sandbox_is_said_and_stops_nothing(dev: Doer) -> None:
    ready(dev.cloud, sandbox=True)
    first_time(dev)
    assert "verified addresses alone" in said(dev)
    assert "deploy CareerRelay-dev" in dev.cdk.acts


def test_out_of_the_sandbox_nothing_is_said_of_it(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    assert "sandbox" not in said(dev)


def test_an_unverified_sender_stops_it_before_anything_is_made(dev: Doer) -> None:
    bootstrapped(dev.cloud)
    dev.cloud.answers("sesv2", "get_email_identity", {"VerifiedForSendingStatus": False})
    dev.cloud.refuses("sesv2", "get_email_identity", "NotFoundException")
    with pytest.raises(RefusedError, match="make sender STAGE=dev"):
        said(dev)
    assert dev.cdk.said == []


def test_a_region_not_bootstrapped_stops_it_before_anything_is_made(dev: Doer) -> None:
    known(dev.cloud)
    for region in (HOME, "us-east-1"):
        dev.cloud.refuses("ssm", "get_parameter", "ParameterNotFound", at=region)
    with pytest.raises(RefusedError, match="npx cdk bootstrap"):
        said(dev)
    assert dev.cdk.said == []


@pytest.mark.parametrize(("yes", "typed"), [("prod", None), ("", "prod")])
def test_prod_shows_what_changes_and_asks_for_its_name(
    prod: Doer, yes: str, typed: str | None
) -> None:
    ready(prod.cloud)
    first_time(prod)
    said(prod, yes, typed)
    shown = ["synth", "diff CareerRelayGuard-prod CareerRelay-prod"]
    assert prod.cdk.acts == [*shown, "deploy CareerRelayGuard-prod", "deploy CareerRelay-prod"]


@pytest.mark.parametrize(("yes", "typed"), [("", None), ("", "no"), ("dev", "prod")])
def test_prod_is_not_touched_unless_somebody_means_it(
    prod: Doer, yes: str, typed: str | None
) -> None:
    ready(prod.cloud)
    with pytest.raises(RefusedError):
        said(prod, yes, typed)
    assert prod.cdk.acts == ["synth", "diff CareerRelayGuard-prod CareerRelay-prod"]


def test_what_was_shown_is_what_is_deployed(prod: Doer, tmp_path: Path) -> None:
    """Synthesized once; everything after reads that folder."""
    ready(prod.cloud)
    first_time(prod)
    said(prod, yes="prod")
    [packed, *after] = prod.cdk.said
    folder = str(tmp_path / "prod")
    assert folder in packed
    assert all(words[words.index("--app") + 1] == folder for words in after)


def test_what_the_manager_is_called_goes_to_the_function_alone(dev: Doer) -> None:
    ready(dev.cloud)
    first_time(dev)
    told = said(dev) + json.dumps(dev.cdk.said)
    assert SAID.manager.email not in told and SAID.manager.name not in told
