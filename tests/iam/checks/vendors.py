"""Companies' recruiting systems, asked and written to: `poll`, `ask`, `write_back`.

None of them is reached from here: what is found out is what the functions do at home.
"""

import json
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

from shared.aws.sealed import KmsSealed
from shared.company.links import doorway_of
from shared.domain.ats_event import ApplicationEvent, Kind
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.ids import ConnectionId, LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.sealed import Sealed
from shared.hearing import Ears, hear
from shared.mint import mint, slug
from shared.table.applications import Applications
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.table.links import Links
from shared.table.marks import Marks
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.asking import messages
from tests.support.builders import a_company

NUMBERS: Final = count(1)
REF: Final = "3ae2b801-19f6-41ef-ad28-214bd731948f"


def a_turn_is_handed_on(stage: Stage) -> None:
    connection = connected_to(stage, "poll", Provider.HERP, "key")
    before = dict(Marks(stage.core).due(datetime.now(UTC)))[connection.connection_id]
    assert stage.calls("poll", {})["handed"] >= 1
    assert connection.connection_id not in dict(Marks(stage.core).due(before))
    assert not Marks(stage.core).turn(connection.connection_id, before, before)


def a_key_that_cannot_be_sent_degrades_its_connection(stage: Stage) -> None:
    connection = connected_to(stage, "ask", Provider.HERP, "キー")
    message = messages({"connection_id": connection.connection_id})
    assert stage.calls("ask", message) == DONE
    assert Hearings(stage.core).health(connection.connection_id).trouble == "forbidden"
    assert Marks(stage.core).find(connection.connection_id).version == 2


def a_link_nobody_takes_is_listed(stage: Stage) -> None:
    connection, fact = _applied_to(stage)
    assert stage.calls("write_back", _tried(fact, 5, "none")) == DONE
    [row], _ = Hearings(stage.core).page(connection.connection_id, limit=9, after=None)
    assert row.outcome == "not_written"


def a_link_that_has_to_wait_goes_back_to_the_queue(stage: Stage) -> None:
    _, fact = _applied_to(stage)
    queue, sqs = stage.setting("write_back", "WRITE_BACK_QUEUE_URL"), stage.clients.client("sqs")
    sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(fact))
    [lies] = sqs.receive_message(QueueUrl=queue, VisibilityTimeout=0)["Messages"]
    assert stage.calls("write_back", _tried(fact, 1, lies["ReceiptHandle"])) != DONE
    assert "Messages" not in sqs.receive_message(QueueUrl=queue)


def _tried(fact: dict[str, Any], times: int, receipt: str) -> dict[str, Any]:
    event = messages(fact)
    attributes = {"ApproximateReceiveCount": str(times)}
    event["Records"][0] |= {"receiptHandle": receipt, "attributes": attributes}
    return event


def _applied_to(stage: Stage) -> tuple[Connection, dict[str, Any]]:
    connection = connected_to(stage, "write_back", Provider.ASHBY, "key")
    now = datetime.now(UTC)
    ears = Ears(Applications(stage.core), Links(stage.core), stage.pepper, slug)
    made = ApplicationEvent(Kind.CREATED, REF, occurred_at=now)
    [heard] = hear(connection, made, received_at=now, ears=ears)
    name = heard.application.application_id
    detail = {
        "event_id": f"application:{name}:created",
        "occurred_at": now.isoformat(),
        "company_id": connection.company_id,
        "connection_id": connection.connection_id,
        "application_id": name,
    }
    return connection, {"detail-type": "ApplicationCreated", "detail": detail}


def connected_to(stage: Stage, verb: str, provider: Provider, key: str) -> Connection:
    company_id, now = Subjects(stage).company(), datetime.now(UTC)
    name = ConnectionId(f"ats_asked{next(NUMBERS)}")
    seal = KmsSealed(stage.setting("ask", "SEALING_KEY"), stage.clients.client("kms"))
    link = Link(
        LinkId(mint("lnk", now)), company_id, Slug(slug()), verb, LinkState.ACTIVE, now, "ats"
    )
    connection = Connection(
        name,
        company_id,
        provider,
        verb,
        link.link_id,
        now,
        access=Sealed(seal.seal(key, PURPOSE, name)),
        settings={"field_id": "8f1c2a90"},
    )
    Connections(stage.core).add(connection, link, doorway_of(link, a_company(company_id)))
    return connection
