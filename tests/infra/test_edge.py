"""CloudFront in front of the relay: what goes where, what is kept, and who is let in."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from infra.edge.headers import ON_STATIC_FILES
from infra.edge.visitor import code
from infra.local.tools import node_folder
from infra.stage import Stage
from shared.request import ORIGIN
from tests.infra.reading import Template, many, read, referred
from tests.support.assembly import template

OUR_API = "{{resolve:secretsmanager:"
ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
OWN = "relay.agency.example"
SENT = ("Cvs", "Imports")


def config(t: Template) -> dict[str, Any]:
    [made] = t.of("CloudFront::Distribution").values()
    found: dict[str, Any] = made["DistributionConfig"]
    return found


def origin_of(t: Template, behaviour: dict[str, Any]) -> dict[str, Any]:
    [found] = [o for o in config(t)["Origins"] if o["Id"] == behaviour["TargetOriginId"]]
    return dict(found)


def test_local_has_no_edge() -> None:
    assert not read("local").of("CloudFront::Distribution")
    assert Stage("local").on_aws is False


def test_pages_and_api_come_from_the_api_by_https_with_the_secret(shipped: Template) -> None:
    origin = origin_of(shipped, config(shipped)["DefaultCacheBehavior"])
    assert origin["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"
    assert origin["CustomOriginConfig"]["OriginSSLProtocols"] == ["TLSv1.2"]
    assert referred(origin["DomainName"]) in shipped.of("ApiGatewayV2::Api")
    [header] = origin["OriginCustomHeaders"]
    start, secret, end = header["HeaderValue"]["Fn::Join"][1]
    assert (header["HeaderName"], start, end) == (ORIGIN, OUR_API, ":SecretString:::}}")
    assert secret == {"Ref": next(n for n in shipped.resources if n.startswith("Origin"))}


def test_everything_but_the_host_goes_on_and_nothing_comes_to_stay(shipped: Template) -> None:
    pages = config(shipped)["DefaultCacheBehavior"]
    assert {"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"} <= set(pages["AllowedMethods"])
    assert pages["OriginRequestPolicyId"] == ALL_VIEWER_EXCEPT_HOST
    assert pages["Compress"] is True
    kept = shipped.of("CloudFront::CachePolicy")[referred(pages["CachePolicyId"])]
    policy = kept["CachePolicyConfig"]
    assert (policy["MinTTL"], policy["DefaultTTL"], policy["MaxTTL"]) == (0, 0, 1)
    key = policy["ParametersInCacheKeyAndForwardedToOrigin"]
    assert key["EnableAcceptEncodingGzip"]  # without it nothing of ours would be compressed
    assert key["CookiesConfig"] == {"CookieBehavior": "all"}
    assert key["QueryStringsConfig"] == {"QueryStringBehavior": "all"}
    assert key["HeadersConfig"]["Headers"] == ["Accept", "Accept-Language", "Authorization"]


def test_files_come_from_a_bucket_only_this_distribution_reads(shipped: Template) -> None:
    files = config(shipped)["CacheBehaviors"]
    assert [b["PathPattern"] for b in files] == ["/static/*", "/favicon.ico"]
    [bucket] = [name for name in shipped.of("S3::Bucket") if not name.startswith(SENT)]
    for behaviour in files:
        origin = origin_of(shipped, behaviour)
        assert referred(origin["DomainName"]) == bucket
        assert origin["OriginAccessControlId"]
        assert "FunctionAssociations" not in behaviour
    policy = policy_of_files(shipped)
    allowed = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    [reads] = allowed
    assert (reads["Action"], reads["Principal"]) == (
        "s3:GetObject",
        {"Service": "cloudfront.amazonaws.com"},
    )
    by = reads["Condition"]["StringEquals"]["AWS:SourceArn"]
    assert {"Ref": next(iter(shipped.of("CloudFront::Distribution")))} in by["Fn::Join"][1]


def test_the_bucket_is_private_encrypted_and_asked_by_tls_alone(shipped: Template) -> None:
    [bucket] = [b for name, b in shipped.of("S3::Bucket").items() if not name.startswith(SENT)]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["BucketEncryption"]
    policy = policy_of_files(shipped)
    denied = [
        s["Condition"] for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"
    ]
    assert {"Bool": {"aws:SecureTransport": "false"}} in denied


def test_viewers_come_by_https_and_http_3_and_ipv6(shipped: Template) -> None:
    c = config(shipped)
    for behaviour in (c["DefaultCacheBehavior"], *c["CacheBehaviors"]):
        assert behaviour["ViewerProtocolPolicy"] == "redirect-to-https"
    assert (c["HttpVersion"], c["IPV6Enabled"]) == ("http2and3", True)


def test_an_own_domain_brings_its_certificate_its_tls_and_its_addresses() -> None:
    prod = read("prod")
    assert config(prod)["Aliases"] == [OWN]
    assert config(prod)["ViewerCertificate"] == {
        "AcmCertificateArn": {"Ref": "CertificateArn"},
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "SslSupportMethod": "sni-only",
    }
    records = prod.of("Route53::RecordSet").values()
    assert {(r["Type"], r["Name"]) for r in records} == {("A", f"{OWN}."), ("AAAA", f"{OWN}.")}


def test_without_one_there_is_neither_parameter_nor_record(dev: Template) -> None:
    assert "Aliases" not in config(dev)
    assert not dev.of("Route53::RecordSet")
    assert "CertificateArn" not in template("dev")["Parameters"]


def test_the_guard_stands_in_front(shipped: Template) -> None:
    assert config(shipped)["WebACLId"] == {"Ref": "WebAclArn"}
    told = template(shipped.stage)["Parameters"]["WebAclArn"]
    assert "Default" not in told
    assert "us-east-1" in told["AllowedPattern"]


def test_no_refusal_is_kept(shipped: Template) -> None:
    kept = {
        e["ErrorCode"]: e["ErrorCachingMinTTL"] for e in config(shipped)["CustomErrorResponses"]
    }
    assert kept == dict.fromkeys((400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504), 0)
    assert all("ResponsePagePath" not in e for e in config(shipped)["CustomErrorResponses"])


def test_no_log_of_the_edge_holds_an_address(shipped: Template) -> None:
    assert "Logging" not in config(shipped)
    assert not shipped.of("CloudFront::RealtimeLogConfig")


def test_every_answer_is_hardened_and_a_pages_own_policy_is_left_alone(shipped: Template) -> None:
    c = config(shipped)
    policies = shipped.of("CloudFront::ResponseHeadersPolicy")

    def said(behaviour: dict[str, Any]) -> dict[str, Any]:
        name = referred(behaviour["ResponseHeadersPolicyId"])
        found = policies[name]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        return dict(found)

    pages, files = said(c["DefaultCacheBehavior"]), said(c["CacheBehaviors"][0])
    for one in (pages, files):
        assert one["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31_536_000
        assert one["ContentTypeOptions"] == {"Override": True}
        assert one["ReferrerPolicy"]["ReferrerPolicy"] == ON_STATIC_FILES["Referrer-Policy"]
        assert one["FrameOptions"]["FrameOption"] == ON_STATIC_FILES["X-Frame-Options"]
    assert "ContentSecurityPolicy" not in pages
    assert pages["ReferrerPolicy"]["Override"] is False  # signed_in.back reads it
    assert files["ReferrerPolicy"]["Override"] is True
    own = files["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert own == ON_STATIC_FILES["Content-Security-Policy"]


def test_the_secret_turns_every_month_by_rotate(shipped: Template) -> None:
    [schedule] = shipped.of("SecretsManager::RotationSchedule").values()
    assert schedule["RotationRules"] == {"AutomaticallyAfterDays": 30}
    assert shipped.verb(schedule["RotationLambdaARN"]) == "rotate"
    assert referred(schedule["SecretId"]).startswith("Origin")
    [waits_for] = [
        many(r["DependsOn"])
        for r in shipped.resources.values()
        if r["Type"] == "AWS::SecretsManager::RotationSchedule"
    ]
    assert any(shipped.resources[n]["Type"] == "AWS::Lambda::Permission" for n in waits_for)


@pytest.mark.parametrize(("stage", "domain"), [("dev", ""), ("prod", OWN)])
def test_what_ships_is_the_function_that_is_tested(stage: str, domain: str) -> None:
    [made] = read(stage).of("CloudFront::Function").values()
    assert made["FunctionCode"] == code(domain)
    [association] = config(read(stage))["DefaultCacheBehavior"]["FunctionAssociations"]
    assert association["EventType"] == "viewer-request"


def told(domain: str, **said: str) -> dict[str, str]:
    """The headers the origin sees, after the function has run under node."""
    headers = {name.replace("_", "-"): {"value": value} for name, value in said.items()}
    event = {
        "viewer": {"ip": "2001:db8::7"},
        "request": {"headers": {"host": {"value": "d111.cloudfront.net"}, **headers}},
    }
    asked = f"{code(domain)}\nconsole.log(JSON.stringify(handler({json.dumps(event)})))"
    done = subprocess.run(
        [str(Path(node_folder()) / "node"), "-e", asked], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr
    return {name: h["value"] for name, h in json.loads(done.stdout)["headers"].items()}


def test_the_origin_is_told_who_asks_whatever_the_visitor_says() -> None:
    seen = told("", x_relay_viewer="6.6.6.6", x_relay_host="https://evil.example", accept="*/*")
    assert seen["x-relay-viewer"] == "2001:db8::7"
    assert seen["x-relay-host"] == "https://d111.cloudfront.net"
    assert seen["accept"] == "*/*"


def test_no_visitor_hands_on_a_secret() -> None:
    assert ORIGIN not in told("", x_relay_origin="guessed")


def test_an_own_domain_is_the_name_links_carry_whichever_was_asked() -> None:
    assert told(OWN)["x-relay-host"] == f"https://{OWN}"


def policy_of_files(t: Template) -> dict[str, Any]:
    """What people send has buckets of its own: tests/infra/test_cvs.py, test_import_bucket.py."""
    policies = t.of("S3::BucketPolicy").items()
    [policy] = [policy for name, policy in policies if not name.startswith(SENT)]
    return policy
