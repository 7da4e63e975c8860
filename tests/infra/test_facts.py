"""What sets what off."""

import ast
import json

from infra.sources import ROOT
from shared.contracts import events
from shared.domain.outbox import SOURCE
from tests.infra.reading import Template, referred

RUNS = {
    "sweep": "rate(1 minute)",
    "again": "rate(1 minute)",
    "judge": "rate(1 minute)",
    "gauge": "rate(15 minutes)",
    "expire": "rate(1 hour)",
    "poll": "rate(10 minutes)",
    "reconcile": "rate(1 day)",
    "aftercare": "rate(1 hour)",
}
HEARS = {
    "grant": {"MilestoneReached"},
    "seal": {
        "ReferralCounted",
        "CreditGranted",
        "CreditReleased",
        "CreditRestored",
        "CreditAdjusted",
    },
    "relay": {"CandidateJoined"},
    "tell": {
        *("CreditGranted", "CreditVoided", "CreditReserved", "CreditReleased", "CreditConsumed"),
        *("CreditRestored", "CreditExpiring", "CreditExpired", "CreditAdjusted"),
        *("JobOrderPosted", "JobOrderAccepted", "JobOrderRefused", "JobOrderClosed"),
        *("ProgressMoved", "PartnerShown", "ConnectionDegraded"),
    },
    "import_csv": {"ImportWaits"},
    "write_back": {"ApplicationCreated"},
    "tabulate": {
        "RegistrationSubmitted",
        "RegistrationVerified",
        "ReferralCounted",
        "ReferralHeld",
        "ReferralNotCounted",
        "ReferralReversed",
    },
    "notify": {
        "RegistrationSubmitted",
        "RegistrationVerified",
        "ReferralCounted",
        "ReferralHeld",
        "ReferralNotCounted",
        "CreditGranted",
        "CreditExpiring",
        "CreditExpired",
        "CreditVoided",
        "CreditConsumed",
        "CreditRestored",
        "CreditAdjusted",
        "CompanySuspended",
        "CompanyResumed",
        "CompanyLeft",
        "JobOrderAccepted",
        "JobOrderRefused",
        "CompanyApproved",
        "AdviserAssigned",
        "MessageLeft",
        "ConsentAsked",
        "CandidateRecommended",
        "CheckInDue",
        "AddressAsked",
        "AddressMoved",
        "SignInAsked",
        "MemberInvited",
        "ColleagueInvited",
        "SampleAsked",
        "RightsCodeAsked",
        "EndpointDisabled",
        "ConnectionDegraded",
    },
    "file": {
        "RegistrationVerified",
        "ReferralCounted",
        "ReferralHeld",
        "ReferralNotCounted",
        "CandidateWithdrawn",
        "FilesMerged",
        "ErasureBegun",
    },
}


def reader_of(t: Template) -> dict[str, str]:
    """Verb by the queue or stream it reads."""
    mappings = t.of("Lambda::EventSourceMapping").values()
    return {referred(m["EventSourceArn"]): t.verb(m["FunctionName"]) for m in mappings}


def test_each_reader_hears_its_facts_and_no_other_by_a_queue_of_its_own(shipped: Template) -> None:
    heard = {}
    for rule in shipped.of("Events::Rule").values():
        if "EventPattern" in rule:
            assert rule["EventPattern"]["source"] == [SOURCE]
            [target] = rule["Targets"]
            heard[reader_of(shipped)[referred(target["Arn"])]] = set(
                rule["EventPattern"]["detail-type"]
            )
    assert heard == HEARS


def test_every_fact_heard_is_one_the_relay_says() -> None:
    assert set.union(*HEARS.values()) <= events.BY_NAME.keys()


def test_whatever_notify_writes_of_it_hears() -> None:
    """It says nothing itself: a fact its code names is one it is told."""
    named = set[str]()
    for file in (ROOT / "functions" / "notify").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "shared.contracts.events":
                named |= {alias.name for alias in node.names}
    assert named & events.BY_NAME.keys() == HEARS["notify"]


def test_every_rule_of_facts_listens_on_the_bus_we_speak_on(shipped: Template) -> None:
    [(bus, made)] = shipped.of("Events::EventBus").items()
    assert made["Name"] == "career-relay"
    for rule in shipped.of("Events::Rule").values():
        if "EventPattern" in rule:
            assert referred(rule["EventBusName"]) == bus


def test_only_a_new_outbox_item_wakes_publish(shipped: Template) -> None:
    [stream] = [
        m for m in shipped.of("Lambda::EventSourceMapping").values() if "FilterCriteria" in m
    ]
    assert shipped.verb(stream["FunctionName"]) == "publish"
    [pattern] = stream["FilterCriteria"]["Filters"]
    assert json.loads(pattern["Pattern"]) == {
        "eventName": ["INSERT"],
        "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "OUTBOX#"}]}}},
    }


def test_what_runs_by_the_clock_runs_as_often_as_listed_here(shipped: Template) -> None:
    runs = {}
    for rule in shipped.of("Events::Rule").values():
        if "ScheduleExpression" in rule:
            [target] = rule["Targets"]
            assert rule["State"] == "ENABLED"
            runs[shipped.verb(target["Arn"])] = rule["ScheduleExpression"]
    assert runs == RUNS


def test_counting_is_in_order(shipped: Template) -> None:
    queues = shipped.of("SQS::Queue")
    in_order = {name for name, queue in queues.items() if queue.get("FifoQueue")}
    [queue] = in_order & reader_of(shipped).keys()
    assert reader_of(shipped)[queue] == "count"
    assert referred(queues[queue]["RedrivePolicy"]["deadLetterTargetArn"]) in in_order
    assert "ContentBasedDeduplication" not in queues[queue]  # publish names each message itself


def test_bounces_and_complaints_reach_suppress_and_never_the_bus(shipped: Template) -> None:
    [destination] = shipped.of("SES::ConfigurationSetEventDestination").values()
    told = destination["EventDestination"]
    assert set(told["MatchingEventTypes"]) == {"bounce", "complaint"}
    topic = referred(told["SnsDestination"]["TopicARN"])
    subscriptions = shipped.of("SNS::Subscription").values()
    [subscription] = [s for s in subscriptions if s["Protocol"] == "sqs"]
    assert referred(subscription["TopicArn"]) == topic
    assert reader_of(shipped)[referred(subscription["Endpoint"])] == "suppress"
    assert "EventBridgeDestination" not in told


def test_ses_may_speak_to_the_topic_of_our_own_mail_alone(shipped: Template) -> None:
    [spoken] = [
        s
        for policy in shipped.of("SNS::TopicPolicy").values()
        for s in policy["PolicyDocument"]["Statement"]
        if s["Principal"] == {"Service": "ses.amazonaws.com"}
    ]
    assert spoken["Action"] == "sns:Publish"
    only = spoken["Condition"]["StringEquals"]
    assert only["AWS:SourceAccount"] == {"Ref": "AWS::AccountId"}
    assert referred(only["AWS:SourceArn"]) in shipped.of("SES::ConfigurationSet")


def test_every_fact_said_is_kept_for_ninety_days_and_none_for_ever(shipped: Template) -> None:
    [archive] = shipped.of("Events::Archive").values()
    assert referred(archive["SourceArn"]) in shipped.of("Events::EventBus")
    assert archive["EventPattern"] == {"source": [SOURCE]}
    assert archive["RetentionDays"] == 90
