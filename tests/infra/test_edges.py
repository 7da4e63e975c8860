"""Whatever travels by itself ends somewhere: handled, or in dead letters somebody is told of."""

from typing import Any

from tests.infra.reading import Template, referred


def read_queues(t: Template) -> dict[str, Any]:
    mappings = t.of("Lambda::EventSourceMapping").values()
    sources = {referred(m["EventSourceArn"]): m for m in mappings}
    return {name: m for name, m in sources.items() if name in t.of("SQS::Queue")}


def test_every_queue_a_function_reads_gives_up_after_five_tries(shipped: Template) -> None:
    queues = shipped.of("SQS::Queue")
    assert len(read_queues(shipped)) == 5
    for name in read_queues(shipped):
        redrive = queues[name]["RedrivePolicy"]
        assert redrive["maxReceiveCount"] == 5
        assert referred(redrive["deadLetterTargetArn"]) in queues


def test_a_message_waits_six_times_as_long_as_its_reader_may_take(shipped: Template) -> None:
    for name, mapping in read_queues(shipped).items():
        function = shipped.resources[shipped.function(mapping["FunctionName"])]["Properties"]
        queue = shipped.of("SQS::Queue")[name]
        assert queue["VisibilityTimeout"] == 6 * function["Timeout"]


def test_one_bad_message_does_not_fail_its_batch(shipped: Template) -> None:
    for name, mapping in shipped.of("Lambda::EventSourceMapping").items():
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"], name


def test_the_stream_gives_up_on_a_record_after_ten_tries_and_keeps_its_place(
    shipped: Template,
) -> None:
    [stream] = [
        m for m in shipped.of("Lambda::EventSourceMapping").values() if "StartingPosition" in m
    ]
    assert stream["MaximumRetryAttempts"] == 10
    assert stream["BisectBatchOnFunctionError"] is True
    assert stream["StartingPosition"] == "TRIM_HORIZON"
    assert referred(stream["DestinationConfig"]["OnFailure"]["Destination"]) in lost(shipped)


def test_every_target_of_a_rule_has_dead_letters(shipped: Template) -> None:
    targets = [t for rule in shipped.of("Events::Rule").values() for t in rule["Targets"]]
    assert len(targets) == 5
    for target in targets:
        assert referred(target["DeadLetterConfig"]["Arn"]) in lost(shipped)


def test_a_function_a_rule_calls_has_dead_letters_for_its_own_failures(shipped: Template) -> None:
    aliases = shipped.of("Lambda::Alias")
    targets = [t for rule in shipped.of("Events::Rule").values() for t in rule["Targets"]]
    called_by_rule = {referred(t["Arn"]) for t in targets} & aliases.keys()
    configured = {
        referred(c["Qualifier"]): referred(c["DestinationConfig"]["OnFailure"]["Destination"])
        for c in shipped.of("Lambda::EventInvokeConfig").values()
    }
    assert called_by_rule
    assert called_by_rule == configured.keys()
    assert set(configured.values()) <= lost(shipped)


def test_every_subscription_by_a_queue_has_dead_letters(shipped: Template) -> None:
    subscriptions = shipped.of("SNS::Subscription").values()
    by_queue = [s for s in subscriptions if s["Protocol"] == "sqs"]
    assert by_queue
    for subscription in by_queue:
        assert referred(subscription["RedrivePolicy"]["deadLetterTargetArn"]) in lost(shipped)


def test_queues_and_topics_are_encrypted_and_refuse_plain_http(shipped: Template) -> None:
    guarded = {
        referred(place)
        for kind, field in (("SQS::QueuePolicy", "Queues"), ("SNS::TopicPolicy", "Topics"))
        for policy in shipped.of(kind).values()
        if any(
            s["Effect"] == "Deny"
            and s.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}}
            for s in policy["PolicyDocument"]["Statement"]
        )
        for place in policy[field]
    }
    assert guarded == shipped.of("SQS::Queue").keys() | shipped.of("SNS::Topic").keys()
    assert all(q["SqsManagedSseEnabled"] for q in shipped.of("SQS::Queue").values())
    assert all(t["KmsMasterKeyId"] for t in shipped.of("SNS::Topic").values())


def lost(t: Template) -> set[str]:
    """The queues nobody reads."""
    return t.of("SQS::Queue").keys() - read_queues(t).keys()
