"""Who waits longer than whom, so that a mail goes out once and is not lost."""

from typing import Any

from shared.aws import clients
from shared.table.mails import LEASE
from tests.infra.reading import Template, referred


def test_a_mails_lease_outlives_its_sender_and_ends_before_the_queue_offers_it_again(
    shipped: Template,
) -> None:
    [queue] = [
        shipped.of("SQS::Queue")[referred(m["EventSourceArn"])]
        for m in shipped.of("Lambda::EventSourceMapping").values()
        if shipped.verb(m["FunctionName"]) == "notify"
    ]
    sender = shipped.functions()["notify"]["Timeout"]
    assert sender < LEASE.total_seconds() < queue["VisibilityTimeout"]


def test_ses_is_waited_for_less_long_than_the_sender_may_run(shipped: Template) -> None:
    config: Any = clients.ses().meta.config
    longest = config.connect_timeout + config.read_timeout
    assert longest < shipped.functions()["notify"]["Timeout"]
