"""Who mails come from: a stack of its own, and what the relay's stack says of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.local.environment import REGION
from tests.infra.reading import Template, read
from tests.support.assembly import synthesized

DOMAIN = "mail.agency.example"


def template_file(stage: str) -> Path:
    return synthesized(stage) / f"CareerRelaySender-{stage}.template.json"


def sender(stage: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(template_file(stage).read_text(encoding="utf-8"))
    return found


def records(stage: str) -> dict[tuple[str, str], list[Any]]:
    found = Template(stage, sender(stage)["Resources"]).of("Route53::RecordSet").values()
    return {(r["Type"], str(r["Name"])): r["ResourceRecords"] for r in found}


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_the_senders_domain_signs_and_takes_its_own_bounces(stage: str) -> None:
    [identity] = Template(stage, sender(stage)["Resources"]).of("SES::EmailIdentity").values()
    assert identity["EmailIdentity"] == DOMAIN
    assert identity["DkimSigningAttributes"] == {"NextSigningKeyLength": "RSA_2048_BIT"}
    assert identity["MailFromAttributes"] == {
        "MailFromDomain": f"bounce.{DOMAIN}",
        "BehaviorOnMxFailure": "USE_DEFAULT_VALUE",
    }
    assert identity["FeedbackAttributes"] == {"EmailForwardingEnabled": False}


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_the_one_who_deploys_is_told_the_three_keys(stage: str) -> None:
    keys = {f"Dkim{what}{n}" for what in ("Name", "Value") for n in (1, 2, 3)}
    assert sender(stage)["Outputs"].keys() == keys


def test_a_zone_of_this_account_gets_its_records_by_itself() -> None:
    made = records("prod")
    assert [kind for kind, _ in made].count("CNAME") == 3
    assert made["MX", f"bounce.{DOMAIN}"] == [f"10 feedback-smtp.{REGION}.amazonses.com"]
    assert made["TXT", f"bounce.{DOMAIN}"] == ['"v=spf1 include:amazonses.com ~all"']
    assert len(made) == 5


def test_where_the_zone_is_elsewhere_no_record_is_made() -> None:
    assert records("dev") == {}


def test_the_relays_own_stack_waits_for_no_record(shipped: Template) -> None:
    assert not shipped.of("SES::EmailIdentity")


def test_locally_nobody_sets_records_and_one_stack_holds_all() -> None:
    assert len(read("local").of("SES::EmailIdentity")) == 1
    assert not template_file("local").exists()


def test_mails_travel_encrypted_watched_and_never_to_who_refused_them(shipped: Template) -> None:
    [mails] = shipped.of("SES::ConfigurationSet").values()
    assert mails["DeliveryOptions"]["TlsPolicy"] == "REQUIRE"
    assert mails["ReputationOptions"] == {"ReputationMetricsEnabled": True}
    assert set(mails["SuppressionOptions"]["SuppressedReasons"]) == {"BOUNCE", "COMPLAINT"}
