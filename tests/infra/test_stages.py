"""What the stages may differ in, and that they differ in nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.context import ContextRefusedError
from infra.stage import MADE_UP, stage_from
from shared.settings import CLOCK_FILE
from tests.infra.reading import Template, read
from tests.support.assembly import CONTEXT, run, template

LOCALLY = {
    # the stage's name, where it is only a name
    r"/Description": "CareerRelay-local",
    r".*/Tags/.*": "local",
    r".*/(AlarmName|DashboardName)": r"career-relay-local.*",
    r"/Resources/(Console|IssueKey|Manage|Notify)/Properties/Environment/Variables/STAGE": "local",
    # the engine counts no resources: logs and roles are in no stack inside the stack
    r"/Resources/\w+/DependsOn/[01]": r"\w+Role(DefaultPolicy)?",
    # nobody waits two minutes for a test
    r"/Resources/Sweep/Properties/Environment/Variables/SWEEP_AFTER_SECONDS": "5",
    # no CloudFront, so nothing that belongs to it: the front door plays its part
    r"/Resources/(Edge|Rotate|Rotation)[A-Z]?.*": "None",
    r"/Parameters/WebAclArn/.*": "None",
    r"/Outputs/(DistributionId|DistributionDomain|PublicUrl|StaticBucket)/.*": "None",
    r"/Resources/(Cvs|Imports)/Properties/CorsConfiguration/.*": r"None|http://127\.0\.0\.1:\*",
    # where mails lead to: who starts the relay knows its port
    r"/Parameters/Site/(Type|Description)": r"String|The front door",
    r"/Parameters/Site/Default": r"http://127\.0\.0\.1:8080",
    r"/Resources/(Notify|WriteBack)/Properties/Environment/Variables/SITE/Ref": "Site",
    r"/Resources/(Notify|WriteBack)/Properties/Environment/Variables/SITE/Fn::Join/.*": "None",
    # nobody stands behind it
    r".*/Environment/Variables/AGENCY": r".*Michishirube.*",
    r".*/(MAIL_FROM|EmailIdentity)": ".*michishirube.example",
    r"/Resources/NotifyRoleDefaultPolicy/.*": ":identity/michishirube.example",
    # nobody sets records: SES's sender needs no stack of its own
    r"/Resources/Identity/.*": ".*",
    # no edge, so nothing that turns its secret, moves it, rings for it or draws it
    r"/Resources/(Watchrotatefails|WatchCanaryRotate).*": "None",
    r"/Resources/(WatchCanaryFactsRoleDefaultPolicy|WatchBoard)/.*": ".*",
    # nobody is woken by it, and nobody is billed
    r"/Resources/WatchOperatorsAlarms.*example.*": "None",
    r"/Resources/WatchBudget/.*": "None",
    # the layer's wheels are for this machine
    r"/Resources/Dependencies/Properties/Content/S3Key": r"[0-9a-f]+\.zip",
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
    text = json.dumps(template(stage), ensure_ascii=False)
    text = re.sub(r"CurrentVersion[0-9A-F]{8}[0-9a-f]{32}", "CurrentVersion", text)
    text = re.sub(rf"CareerRelay{stage}|CareerRelay-{stage}/", "CareerRelay", text)
    return dict(leaves(json.loads(re.sub(r"(?<=\w)[0-9A-F]{8}", "", text))))


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
    different = [p for p in local.keys() | dev.keys() if local.get(p) != dev.get(p)]
    for where in LOCALLY:
        assert [p for p in different if re.fullmatch(where, p)], where


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


def test_only_core_has_a_stream_indexes_and_a_time_to_live(shipped: Template) -> None:
    tables = shipped.of("DynamoDB::GlobalTable")
    [core] = [t for name, t in tables.items() if name.startswith("Core")]
    [clicks] = [t for name, t in tables.items() if name.startswith("Clicks")]
    due, by_company = core["GlobalSecondaryIndexes"]
    assert (due["IndexName"], by_company["IndexName"]) == ("due", "by_company")
    assert [k["AttributeName"] for k in due["KeySchema"]] == ["due_shard", "due_at"]
    assert due["Projection"] == {"ProjectionType": "ALL"}
    assert [k["AttributeName"] for k in by_company["KeySchema"]] == ["company_month", "company_at"]
    assert by_company["Projection"] == {
        "ProjectionType": "INCLUDE",
        "NonKeyAttributes": ["state", "decided_at", "link_id"],
    }
    assert core["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}
    assert core["TimeToLiveSpecification"] == {"AttributeName": "expires_at_s", "Enabled": True}
    assert not {"StreamSpecification", "GlobalSecondaryIndexes"} & clicks.keys()


def test_prod_names_the_agency_it_was_told_and_sends_from_its_domain() -> None:
    t = read("prod")
    notify = t.functions()["notify"]["Environment"]["Variables"]
    said = CONTEXT["prod"]["prod"]
    assert json.loads(notify["AGENCY"]) == said["agency"]
    assert notify["MAIL_FROM"] == said["sender"]


def test_an_agency_nobody_told_is_the_made_up_one_locally_and_nowhere_else() -> None:
    assert stage_from({"stage": "local"}.get).agency == MADE_UP
    with pytest.raises(ContextRefusedError):
        stage_from(lambda _: None)


def test_a_stage_may_be_told_as_text() -> None:
    told = {"stage": "prod", "prod": json.dumps(CONTEXT["prod"]["prod"])}
    assert stage_from(told.get) == stage_from(CONTEXT["prod"].get)


def told(**other: Any) -> dict[str, Any]:
    return {"stage": "dev", "dev": CONTEXT["dev"]["dev"] | other}


def agency(**other: Any) -> dict[str, Any]:
    return told(agency=CONTEXT["dev"]["dev"]["agency"] | other)


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        ({"stage": "staging"}, "stage is one of local, dev, prod, not staging"),
        ({"stage": "dev", "dev": "{"}, "dev: this is not JSON"),
        ({"stage": "prod"}, "sender is missing (for example no-reply@mail.michishirube.example)"),
        (told(sender="no-reply"), "sender is not what it should be (for example no-reply@"),
        (told(operators=[]), 'operators is not what it should be (for example ["ops@'),
        (told(domain="https://x.example"), "domain is not what it should be (for example relay."),
        (told(region="tokyo"), "region is not what it should be (for example ap-northeast-1)"),
        (told(colour="red"), "colour is no field we know"),
        (told(hosted_zone={"id": "Z01234", "name": "y.example"}), "hosted_zone holds no such"),
        (agency(licence_number="316042"), "agency.licence_number is not what it should be (for"),
        (agency(licence_until="2020-03-31"), "agency.licence_until is over since 2020-03-31"),
        (agency(licence_until="soon"), "agency.licence_until is not what it should be (for"),
        (agency(name=""), "agency.name is not what it should be (for example みちしるべ"),
    ],
)
def test_a_stage_that_is_not_told_what_it_needs_hears_which_field_and_an_example(
    context: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ContextRefusedError) as refused:
        stage_from(context.get)
    assert sentence in str(refused.value)


def test_under_a_licence_that_lapsed_a_mend_can_still_go_out() -> None:
    lapsed = agency(licence_until="2020-03-31")
    assert stage_from((lapsed | {"lapsed": "yes"}).get).agency.licence_until.year == 2020


def test_a_refused_stage_ends_in_one_sentence_and_writes_no_template(tmp_path: Path) -> None:
    done = run({"stage": "prod"}, tmp_path)
    assert done.returncode == 1
    [sentence] = [line for line in done.stderr.splitlines() if "not synthesized" in line]
    assert sentence.startswith("not synthesized: in cdk.context.json, prod: agency is missing")
    assert not list(tmp_path.glob("*.template.json"))


@pytest.mark.parametrize("stage", ["local", "dev", "prod"])
def test_no_stages_template_shifts_the_clock(stage: str) -> None:
    assert CLOCK_FILE not in json.dumps(template(stage))
