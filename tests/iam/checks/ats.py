"""What companies' ATSs send: `ats` and `receive`."""

from datetime import UTC, datetime

from shared.contracts.received import ApplicationSaid, ChangedSaid, EventsSaid, Received, Said
from shared.domain.ats_event import Kind, ReasonKind
from shared.domain.connection import Connection, Provider
from shared.mint import mint
from shared.table.hearings import Hearings
from tests.iam.checks.spoken import DONE
from tests.iam.checks.vendors import connected_to
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.asking import messages
from tests.support.connected import connected, sample


def _connected(stage: Stage) -> Connection:
    key = stage.setting("ats", "SEALING_KEY")
    return connected(stage.core, stage.clients.client("kms"), key, Subjects(stage).company())


def a_delivery_is_believed_and_queued(stage: Stage) -> None:
    connection, sent = _connected(stage), sample("greenhouse", "ping")
    path = f"/ats/greenhouse/{connection.connection_id}"
    told = {"content-type": "application/json", **sent.headers}
    assert stage.visit.ask("POST", path, content=sent.raw, headers=told).status_code == 200


def a_rejection_is_heard_and_heard_again(stage: Stage) -> None:
    connection = _connected(stage)
    for _ in range(2):
        assert stage.calls("receive", messages(_rejected(connection))) == DONE
    [row], _ = Hearings(stage.core).page(connection.connection_id, limit=9, after=None)
    assert row.repeats == 1


def what_only_changed_is_asked_for_by_the_companys_key(stage: Stage) -> None:
    """One that cannot be sent: nobody is reached from here."""
    connection = connected_to(stage, "receive", Provider.TEAMTAILOR, "キー")
    said = ChangedSaid(application_ref="1")
    assert stage.calls("receive", messages(_received(connection, said))) == DONE
    [row], _ = Hearings(stage.core).page(connection.connection_id, limit=9, after=None)
    assert (row.outcome, row.reason) == ("unread", "forbidden")


def _rejected(connection: Connection) -> dict[str, object]:
    now = datetime.now(UTC)
    said = ApplicationSaid(
        kind=Kind.REJECTED,
        application_ref="1",
        candidate_ref="somebody",
        reason_kind=ReasonKind.COMPANY,
        occurred_at=now,
    )
    return _received(connection, EventsSaid(events=(said,)))


def _received(connection: Connection, said: Said) -> dict[str, object]:
    now = datetime.now(UTC)
    received = Received(
        delivery_id=mint("dlv", now),
        connection_id=connection.connection_id,
        received_at=now,
        key=f"{said.meaning}:1",
        said=said,
    )
    return received.model_dump(mode="json")
