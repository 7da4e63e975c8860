"""`make redrive` finds every dead-letter queue of the stack it is pointed at, and knows the way."""

from infra.ops.lost import Way, lost_queues
from tests.infra.reading import Template, referred
from tests.infra.test_edges import lost


def test_it_finds_every_queue_nobody_reads(shipped: Template) -> None:
    assert {found.queue for found in lost_queues(shipped.resources)} == lost(shipped)


def test_it_knows_the_way_of_each(shipped: Template) -> None:
    unknown = [found.name for found in lost_queues(shipped.resources) if found.way is Way.UNKNOWN]
    assert unknown == []


def test_no_two_go_by_one_name(shipped: Template) -> None:
    names = [found.name.lower() for found in lost_queues(shipped.resources)]
    assert len(names) == len(set(names))


def test_what_a_reader_gave_up_goes_back_to_that_readers_queue(shipped: Template) -> None:
    back = {f.queue: f.source for f in lost_queues(shipped.resources) if f.way is Way.BACK}
    queues = shipped.of("SQS::Queue")
    given_up = {
        referred(queue["RedrivePolicy"]["deadLetterTargetArn"]): name
        for name, queue in queues.items()
        if "RedrivePolicy" in queue
    }
    assert back == given_up


def test_what_a_rule_or_a_topic_lost_lies_with_what_its_reader_lost(shipped: Template) -> None:
    """So it goes back the same way, in the same shape."""
    sources = {f.queue: f.source for f in lost_queues(shipped.resources)}
    for rule in shipped.of("Events::Rule").values():
        for target in rule["Targets"]:
            if (to := referred(target["Arn"])) in shipped.of("SQS::Queue"):
                assert sources[referred(target["DeadLetterConfig"]["Arn"])] == to
    for subscription in shipped.of("SNS::Subscription").values():
        if subscription["Protocol"] == "sqs":
            ends = referred(subscription["RedrivePolicy"]["deadLetterTargetArn"])
            assert sources[ends] == referred(subscription["Endpoint"])


def test_the_streams_failures_ask_for_a_sweep(shipped: Template) -> None:
    swept = [f.queue for f in lost_queues(shipped.resources) if f.way is Way.SWEPT]
    ends = [
        referred(m["DestinationConfig"]["OnFailure"]["Destination"])
        for m in shipped.of("Lambda::EventSourceMapping").values()
        if "StartingPosition" in m
    ]
    assert swept == ends
