"""What the guard turns back, what the turned back read, and that it keeps nobody's address."""

from typing import Any

import pytest

from infra.routes import ROUTES
from shared.request import MAX_BODY
from tests.house.test_wording import REFUSED
from tests.support.assembly import template

PATHS: dict[str, Any] = {"UriPath": {}}
STAGES = pytest.mark.parametrize("stage", ["dev", "prod"])


def guard(stage: str) -> dict[str, Any]:
    return template(stage, "CareerRelayGuard")


def acl(stage: str = "dev") -> dict[str, Any]:
    resources = guard(stage)["Resources"].values()
    [made] = [r["Properties"] for r in resources if r["Type"] == "AWS::WAFv2::WebACL"]
    return dict(made)


def rules() -> dict[str, Any]:
    """In the order they are asked."""
    return {r["Name"]: r for r in sorted(acl()["Rules"], key=lambda r: r["Priority"])}


def rate(name: str) -> dict[str, Any]:
    return dict(rules()[name]["Statement"]["RateBasedStatement"])


def counts(statement: Any, method: str, path: str) -> bool:
    """Whether a statement of ours matches a request, as WAF reads it."""
    match statement:
        case None:
            return True
        case {"AndStatement": {"Statements": inner}}:
            return all(counts(s, method, path) for s in inner)
        case {"OrStatement": {"Statements": inner}}:
            return any(counts(s, method, path) for s in inner)
        case {"NotStatement": {"Statement": inner}}:
            return not counts(inner, method, path)
        case {"ByteMatchStatement": {"FieldToMatch": field, "SearchString": what, **how}}:
            value, said = path if field == PATHS else method, str(what)
            match how["PositionalConstraint"]:
                case "EXACTLY":
                    return value == said
                case "STARTS_WITH":
                    return value.startswith(said)
                case "ENDS_WITH":
                    return value.endswith(said)
    raise AssertionError(statement)


def counted_by(method: str, path: str) -> set[str]:
    rated = [name for name, r in rules().items() if "RateBasedStatement" in r["Statement"]]
    return {n for n in rated if counts(rate(n).get("ScopeDownStatement"), method, path)}


@pytest.mark.parametrize(
    ("method", "path", "by"),
    [
        ("GET", "/r/aozora8f2k", {"Slugs"}),
        ("POST", "/r/aozora8f2k/registrations", {"Slugs", "Registrations"}),
        ("POST", "/registrations/reg_1/verification", {"Codes"}),
        ("POST", "/registrations/reg_1/verification/resend", {"Codes"}),
        ("GET", "/registrations/reg_1/verification", set[str]()),
        ("POST", "/sign-in", {"Codes"}),
        ("POST", "/sign-in/verification", {"Codes"}),
        ("POST", "/sign-in/verification/resend", {"Codes"}),
        ("POST", "/sign-in/second", {"Codes"}),
        ("GET", "/sign-in", set[str]()),
        ("POST", "/me/address", {"Codes"}),
        ("POST", "/me/address/adr_1", {"Codes"}),
        ("POST", "/me/blocked", set[str]()),
        ("POST", "/console/links", set[str]()),
        ("POST", "/sign-out", set[str]()),
        ("POST", "/v1/companies", set[str]()),
        ("POST", "/apply", set[str]()),
        ("GET", "/", set[str]()),
        ("GET", "/static/apple-touch-icon.0123456789ab.png", set[str]()),
        ("GET", "/wp-login.php", {"Nowhere"}),
        ("GET", "/healthz/../etc/passwd", {"Nowhere"}),
        ("GET", "/r", {"Nowhere"}),
    ],
)
def test_who_is_counted_where(method: str, path: str, by: set[str]) -> None:
    assert counted_by(method, path) == by | {"InAll"}


def test_vendors_have_a_limit_of_their_own_and_no_other() -> None:
    assert counted_by("POST", "/ats/greenhouse/ats_1") == {"Deliveries"}
    assert rate("Deliveries")["Limit"] >= 50 * 300
    assert rate("Deliveries")["Limit"] > rate("InAll")["Limit"]


def test_vendors_deliveries_are_longer_than_what_people_type_and_come_from_anywhere() -> None:
    long, _ = rules()["TooLong"]["Statement"]["AndStatement"]["Statements"][::-1]
    attackers = rules()["Attackers"]["Statement"]["ManagedRuleGroupStatement"]
    for statement in (long, attackers["ScopeDownStatement"]):
        assert not counts(statement, "POST", "/ats/greenhouse/ats_1")
        assert counts(statement, "POST", "/v1/companies")


@pytest.mark.parametrize("path", [path for path, _, _ in ROUTES])
def test_no_route_of_ours_leads_nowhere(path: str) -> None:
    asked = path.replace("{slug}", "x").replace("{proxy+}", "a/b")
    assert "Nowhere" not in counted_by("GET", asked)


def test_guessing_has_lower_limits_than_using() -> None:
    limits = {name: rate(name)["Limit"] for name in rules() if name not in NOT_RATES}
    assert limits["Nowhere"] < limits["Registrations"] <= limits["Slugs"] < limits["InAll"]
    assert limits["Codes"] == limits["Registrations"] < limits["Slugs"]
    for name in limits:
        assert rate(name)["AggregateKeyType"] == "IP"
        assert rate(name)["EvaluationWindowSec"] == 300


NOT_RATES = {"TooLong", "Attackers"}


def test_a_body_is_measured_up_to_the_cap_the_functions_have() -> None:
    limit = acl()["AssociationConfig"]["RequestBody"]["CLOUDFRONT"]["DefaultSizeInspectionLimit"]
    assert limit == f"KB_{MAX_BODY // 1024}"
    size = rules()["TooLong"]["Statement"]["AndStatement"]["Statements"][0][
        "SizeConstraintStatement"
    ]
    assert (size["ComparisonOperator"], size["Size"]) == ("GT", MAX_BODY)
    assert size["FieldToMatch"] == {"Body": {"OversizeHandling": "MATCH"}}
    assert next(iter(rules())) == "TooLong"


def test_nothing_looks_for_attacks_in_what_people_type() -> None:
    groups = [
        r["Statement"]["ManagedRuleGroupStatement"]
        for r in rules().values()
        if "ManagedRuleGroupStatement" in r["Statement"]
    ]
    assert [g["Name"] for g in groups] == ["AWSManagedRulesAmazonIpReputationList"]


def blocks() -> list[dict[str, Any]]:
    own = [r["Action"] for r in rules().values() if "Action" in r]
    group = rules()["Attackers"]["Statement"]["ManagedRuleGroupStatement"]
    return [*own, *(o["ActionToUse"] for o in group["RuleActionOverrides"])]


def test_whoever_is_turned_back_reads_why_in_both_tongues() -> None:
    bodies = acl()["CustomResponseBodies"]
    for action in blocks():
        said = bodies[action["Block"]["CustomResponse"]["CustomResponseBodyKey"]]
        assert said["ContentType"] == "TEXT_HTML"
        assert 'lang="ja"' in said["Content"]
        assert 'lang="en"' in said["Content"]
        assert not REFUSED.search(said["Content"].removeprefix("<!doctype html>"))
        assert len(said["Content"].encode()) < 4096


def test_whoever_is_turned_back_reads_whose_relay_it_is() -> None:
    for said in acl()["CustomResponseBodies"].values():
        assert "株式会社道標" in said["Content"]
        assert "許可番号 13-ユ-000001" in said["Content"] and "2099-03-31" in said["Content"]


def test_too_many_is_429_with_a_time_to_come_back() -> None:
    for name in rules().keys() - NOT_RATES:
        said = rules()[name]["Action"]["Block"]["CustomResponse"]
        headers = {h["Name"]: h["Value"] for h in said["ResponseHeaders"]}
        assert (said["ResponseCode"], headers["Retry-After"]) == (429, "300")
        assert headers["Cache-Control"] == "no-store"
    assert rules()["TooLong"]["Action"]["Block"]["CustomResponse"]["ResponseCode"] == 413


def test_everything_is_counted_and_nobodys_address_is_kept() -> None:
    for seen in [acl(), *acl()["Rules"]]:
        config = seen["VisibilityConfig"]
        assert config["CloudWatchMetricsEnabled"] is True
        assert config["SampledRequestsEnabled"] is False
    kinds = {r["Type"] for r in guard("dev")["Resources"].values()}
    assert "AWS::WAFv2::LoggingConfiguration" not in kinds


def test_an_own_domain_has_a_certificate_that_validates_itself_in_our_zone() -> None:
    resources = guard("prod")["Resources"].values()
    [made] = [r for r in resources if r["Type"] == "AWS::CertificateManager::Certificate"]
    [validated] = made["Properties"]["DomainValidationOptions"]
    assert made["Properties"]["DomainName"] == "relay.agency.example"
    assert validated["HostedZoneId"] == "Z0123456789ABCDEFGHIJ"
    assert guard("prod")["Outputs"].keys() == {"WebAclArn", "CertificateArn"}


def test_without_one_there_is_none() -> None:
    assert guard("dev")["Outputs"].keys() == {"WebAclArn"}


@STAGES
def test_both_stages_have_the_same_guard(stage: str) -> None:
    assert {r["Name"] for r in acl(stage)["Rules"]} == rules().keys()
    assert acl(stage)["Scope"] == "CLOUDFRONT"
    assert acl(stage)["DefaultAction"] == {"Allow": {}}
