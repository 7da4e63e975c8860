"""Where a company wants its webhooks sent: `manage` and `console`."""

import re

from tests.iam.checks.asked import asks
from tests.iam.checks.console import owner
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects

HERE, BY_HAND = "/v1/webhook-endpoints", "/console/webhooks"


def one_is_made_and_tested(stage: Stage) -> None:
    """Its secret is sealed; the test is queued, and not only kept for the clock to find."""
    made = asks(stage, "POST", HERE, json={"url": _url()})
    assert made.status_code == 201
    path = f"{HERE}/{made.json()['endpoint_id']}"
    try:
        tested = asks(stage, "POST", f"{path}/test")
        assert tested.status_code == 202
        assert _is_queued(stage, "manage", tested.json()["delivery_id"])
    finally:
        assert asks(stage, "DELETE", path).status_code == 204


def one_is_made_and_tested_by_hand(stage: Stage) -> None:
    seated = owner(stage, Subjects(stage).company())
    made = seated.asks("POST", BY_HAND, url=_url(), which="all")
    assert made.status_code == 201
    found = re.search(rf"{BY_HAND}/whe_\w+", made.text)
    assert found and seated.asks("POST", f"{found[0]}/test").status_code == 303
    log = seated.asks("GET", f"{found[0]}/deliveries").text
    sent = re.search(r"evt_\w{26}", log)
    assert sent and _is_queued(stage, "console", sent[0])


def _url() -> str:
    return f"https://hooks{next(NUMBERS)}.example/"


def _is_queued(stage: Stage, verb: str, delivery_id: str) -> bool:
    queue, sqs = stage.setting(verb, "DELIVER_QUEUE_URL"), stage.clients.client("sqs")
    while found := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
        if any(delivery_id in message["Body"] for message in found):
            return True
    return False
