"""Operators hear of alarms and of money; nobody else may speak to them."""

import pytest

from tests.infra.reading import Template, read, referred
from tests.support.assembly import CONTEXT


def topic(t: Template) -> str:
    [name] = [n for n in t.of("SNS::Topic") if n.startswith("WatchOperators")]
    return name


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_each_operator_is_told_by_mail(stage: str) -> None:
    t = read(stage)
    subscribed = {
        s["Endpoint"]
        for s in t.of("SNS::Subscription").values()
        if s["Protocol"] == "email" and referred(s["TopicArn"]) == topic(t)
    }
    assert subscribed == set(CONTEXT[stage][stage]["operators"])


def test_nobody_is_woken_by_a_relay_on_ones_own_machine() -> None:
    assert not [
        s for s in read("local").of("SNS::Subscription").values() if s["Protocol"] == "email"
    ]
    assert not read("local").of("Budgets::Budget")


def test_alarms_of_this_account_may_speak_and_nobody_else(shipped: Template) -> None:
    [policy] = [
        p
        for p in shipped.of("SNS::TopicPolicy").values()
        if p["Topics"] == [{"Ref": topic(shipped)}]
    ]
    [allowed] = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert allowed["Action"] == "sns:Publish"
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    }


def test_their_topic_has_a_key_alarms_may_use(shipped: Template) -> None:
    """With AWS's own key for topics CloudWatch's alarms would be lost without a word."""
    key = shipped.of("KMS::Key")[
        referred(shipped.of("SNS::Topic")[topic(shipped)]["KmsMasterKeyId"])
    ]
    assert key["EnableKeyRotation"] is True
    [allowed] = [
        s
        for s in key["KeyPolicy"]["Statement"]
        if s["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    ]
    assert set(allowed["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey"}


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_operators_hear_when_a_month_costs_more_than_was_said(stage: str) -> None:
    [found] = read(stage).of("Budgets::Budget").values()
    assert found["Budget"]["BudgetLimit"] == {"Amount": 50, "Unit": "USD"}
    assert found["Budget"]["TimeUnit"] == "MONTHLY"
    heard = {
        (n["Notification"]["NotificationType"], n["Notification"]["Threshold"]): {
            s["Address"] for s in n["Subscribers"]
        }
        for n in found["NotificationsWithSubscribers"]
    }
    operators = set(CONTEXT[stage][stage]["operators"])
    assert heard == {("ACTUAL", 80): operators, ("FORECASTED", 100): operators}
