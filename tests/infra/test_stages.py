"""What the stages may differ in, and that they differ in nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.stage import MADE_UP, StageRefusedError, stage_from
from tests.infra.reading import Template, read
from tests.support.assembly import CONTEXT, run, template

LOCALLY = {
    # the stage's name, where it is only a name
    r"/Description": "CareerRelay-local",
    r".*/Tags/.*": "local",
    r"/Resources/IssueKey/Properties/Environment/Variables/STAGE": "local",
    # nobody waits two minutes for a test
    r"/Resources/Sweep/Properties/Environment/Variables/SWEEP_AFTER_SECONDS": "5",
    # the layer's wheels are for this machine
    r"/Resources/Dependencies/Properties/Content/S3Key": r"[0-9a-f]+\.zip",
}
KEPT = {
    "DynamoDB::GlobalTable": 2,
    "KMS::Key": 1,
    "SecretsManager::Secret": 2,
}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from leaves(inner, f"{path}/{key}")
        case list():
            for n, inner in enumerate(value):
                yield from leaves(inner, f"{path}/{n}")
        case _:
            yield path, value


def without_names(stage: str) -> dict[str, Any]:
    """Leaf by path, without the stack's name in what CDK made up from it, and its hashes."""
    text = json.dumps(template(stage))
    text = re.sub(rf"CareerRelay{stage}|CareerRelay-{stage}/", "CareerRelay", text)
    return dict(leaves(json.loads(re.sub(r"[0-9A-F]{8}", "", text))))


def test_local_differs_from_dev_in_what_is_listed_here_alone() -> None:
    local, dev = without_names("local"), without_names("dev")
    different = {p: local.get(p) for p in local.keys() | dev.keys() if local.get(p) != dev.get(p)}
    assert different
    unlisted = {
        path: value
        for path, value in different.items()
        if not any(
            re.fullmatch(where, path) and re.fullmatch(what, str(value))
            for where, what in LOCALLY.items()
        )
    }
    assert unlisted == {}


def test_every_listed_difference_is_one() -> None:
    local, dev = without_names("local"), without_names("dev")
    different = [p for p in local if local[p] != dev.get(p)]
    for where in LOCALLY:
        assert [p for p in different if re.fullmatch(where, p)], where


@pytest.mark.parametrize(("stage", "policy"), [("dev", "Delete"), ("prod", "Retain")])
def test_prod_keeps_its_data_whatever_happens_to_the_stack(stage: str, policy: str) -> None:
    t = read(stage)
    for kind, number in KEPT.items():
        found = [r for r in t.resources.values() if r["Type"] == f"AWS::{kind}"]
        assert len(found) == number
        for resource in found:
            assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == policy


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_only_prods_tables_refuse_to_be_deleted(stage: str) -> None:
    for table in read(stage).of("DynamoDB::GlobalTable").values():
        [replica] = table["Replicas"]
        assert replica["DeletionProtectionEnabled"] is (stage == "prod")


def test_tables_are_restorable_on_demand_and_encrypted_with_our_key(shipped: Template) -> None:
    for table in shipped.of("DynamoDB::GlobalTable").values():
        [replica] = table["Replicas"]
        assert table["BillingMode"] == "PAY_PER_REQUEST"
        assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert table["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}
        assert "SSESpecification" in replica


def test_only_core_has_a_stream_an_index_and_a_time_to_live(shipped: Template) -> None:
    tables = shipped.of("DynamoDB::GlobalTable")
    [core] = [t for name, t in tables.items() if name.startswith("Core")]
    [clicks] = [t for name, t in tables.items() if name.startswith("Clicks")]
    [index] = core["GlobalSecondaryIndexes"]
    assert index["IndexName"] == "due"
    assert [k["AttributeName"] for k in index["KeySchema"]] == ["due_shard", "due_at"]
    assert index["Projection"] == {"ProjectionType": "ALL"}
    assert core["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}
    assert core["TimeToLiveSpecification"] == {"AttributeName": "expires_at_s", "Enabled": True}
    assert not {"StreamSpecification", "GlobalSecondaryIndexes"} & clicks.keys()


def test_prod_names_the_agency_it_was_told_and_sends_from_its_domain() -> None:
    t = read("prod")
    notify = t.functions()["notify"]["Environment"]["Variables"]
    assert json.loads(notify["AGENCY"]) == CONTEXT["prod"]["agency"]
    assert notify["MAIL_FROM"] == CONTEXT["prod"]["mail_from"]
    [identity] = t.of("SES::EmailIdentity").values()
    assert identity["EmailIdentity"] == "mail.agency.example"
    manage = t.functions()["manage"]["Environment"]["Variables"]
    assert manage["PUBLIC_URL"] == "https://relay.agency.example"


def test_no_stage_and_no_agency_means_dev_and_the_made_up_one() -> None:
    stage = stage_from(lambda _: None)
    assert (stage.name, stage.agency) == ("dev", MADE_UP)


def test_an_agency_may_be_told_as_text() -> None:
    told = {"stage": "prod", "mail_from": "a@b.example", "agency": json.dumps(_agency())}
    assert stage_from(told.get).agency.name_en == "Dohyo Inc."


@pytest.mark.parametrize(
    "context",
    [
        {"stage": "staging"},
        {"stage": "prod"},
        {"stage": "prod", "mail_from": "a@b.example"},
        {"stage": "prod", "agency": {"name": "x"}, "mail_from": "a@b.example"},
        {"agency": {**CONTEXT["prod"]["agency"], "licence_until": "soon"}},
        {"agency": "{"},
    ],
)
def test_a_stage_that_is_not_told_what_it_needs_is_refused(context: dict[str, Any]) -> None:
    with pytest.raises(StageRefusedError):
        stage_from(context.get)


def test_a_refused_stage_ends_in_one_sentence_and_writes_no_template(tmp_path: Path) -> None:
    done = run({"stage": "prod"}, tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == (
        "not synthesized: stage prod needs the context agency and mail_from"
    )
    assert not list(tmp_path.glob("*.template.json"))


def _agency() -> Any:
    return CONTEXT["prod"]["agency"]
