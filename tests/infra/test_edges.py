"""Whatever travels by itself ends somewhere: handled, or in dead letters somebody is told of."""

from typing import Any

from tests.infra.reading import Props, Template, referred


def read_queues(t: Template) -> dict[str, Any]:
    """Who reads each queue."""
    mappings = t.of("Lambda::EventSourceMapping").values()
    sources = {referred(m["EventSourceArn"]): m for m in mappings}
    return {name: m for name, m in sources.items() if name in t.of("SQS::Queue")}


def lost(t: Template) -> set[str]:
    """The queues nobody reads."""
    return t.of("SQS::Queue").keys() - read_queues(t).keys()


def targets(t: Template) -> list[Props]:
    return [target for rule in t.of("Events::Rule").values() for target in rule["Targets"]]


def test_fourteen_queues_are_read(shipped: Template) -> None:
    assert len(read_queues(shipped)) == 14
    assert len(targets(shipped)) >= 4


def test_every_queue_a_function_reads_gives_up_after_five_tries(stacks: list[Template]) -> None:
    for t in stacks:
        for name in read_queues(t):
            redrive = t.of("SQS::Queue")[name]["RedrivePolicy"]
            assert redrive["maxReceiveCount"] == 5
            assert referred(redrive["deadLetterTargetArn"]) in lost(t)


def test_a_message_waits_six_times_as_long_as_its_reader_may_take(stacks: list[Template]) -> None:
    for t in stacks:
        for name, mapping in read_queues(t).items():
            reader = t.properties(t.function(mapping["FunctionName"]))
            assert t.of("SQS::Queue")[name]["VisibilityTimeout"] >= 6 * reader["Timeout"]


def test_one_bad_message_does_not_fail_its_batch(stacks: list[Template]) -> None:
    for t in stacks:
        for name, mapping in t.of("Lambda::EventSourceMapping").items():
            assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"], name


def test_a_stream_gives_up_on_a_record_after_ten_tries_and_keeps_its_place(
    stacks: list[Template],
) -> None:
    for t in stacks:
        for stream in t.of("Lambda::EventSourceMapping").values():
            if "StartingPosition" in stream:
                assert stream["MaximumRetryAttempts"] == 10
                assert stream["BisectBatchOnFunctionError"] is True
                assert stream["StartingPosition"] == "TRIM_HORIZON"
                assert failures_of(stream) in lost(t)


def failures_of(called: Props) -> str:
    return referred(called["DestinationConfig"]["OnFailure"]["Destination"])


def test_every_target_of_a_rule_has_dead_letters(stacks: list[Template]) -> None:
    for t in stacks:
        for target in targets(t):
            assert referred(target["DeadLetterConfig"]["Arn"]) in lost(t)


def test_a_function_called_asynchronously_is_tried_finitely_and_its_failures_are_kept(
    stacks: list[Template],
) -> None:
    for t in stacks:
        called = {referred(target["Arn"]) for target in targets(t)}
        called |= {referred(s["Endpoint"]) for s in subscriptions(t, "lambda")}
        turns = t.of("SecretsManager::RotationSchedule").values()
        called |= {referred(turn["RotationLambdaARN"]) for turn in turns}
        configured = {
            referred(c["Qualifier"]): c for c in t.of("Lambda::EventInvokeConfig").values()
        }
        assert called & t.of("Lambda::Alias").keys() == configured.keys()
        for config in configured.values():
            assert 0 <= config["MaximumRetryAttempts"] <= 2
            assert failures_of(config) in lost(t)


def subscriptions(t: Template, *protocols: str) -> list[Props]:
    return [s for s in t.of("SNS::Subscription").values() if s["Protocol"] in protocols]


def test_what_a_topic_cannot_deliver_to_us_is_kept(stacks: list[Template]) -> None:
    for t in stacks:
        for subscription in subscriptions(t, "sqs", "lambda"):
            assert referred(subscription["RedrivePolicy"]["deadLetterTargetArn"]) in lost(t)


def test_the_first_message_in_dead_letters_sets_off_an_alarm(stacks: list[Template]) -> None:
    for t in stacks:
        first = {
            referred(depth(alarm)): alarm
            for alarm in t.of("CloudWatch::Alarm").values()
            if depth(alarm)
        }
        assert lost(t) <= first.keys()
        for queue in lost(t):
            alarm = first[queue]
            assert (alarm["Threshold"], alarm["ComparisonOperator"]) == (0, "GreaterThanThreshold")
            assert (alarm["EvaluationPeriods"], alarm["Period"]) == (1, 60)
            assert alarm["TreatMissingData"] == "notBreaching"


def depth(alarm: Props) -> Any:
    """The queue whose depth the alarm watches, if that is what it watches."""
    if alarm.get("MetricName") != "ApproximateNumberOfMessagesVisible":
        return None
    return next(d["Value"] for d in alarm["Dimensions"] if d["Name"] == "QueueName")
