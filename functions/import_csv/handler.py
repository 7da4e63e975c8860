from datetime import timedelta
from functools import cache
from typing import Any, Final

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared import clock, mint, queue
from shared.aws import clients
from shared.aws.import_files import ImportFiles
from shared.contracts.events import Event, ImportWaits
from shared.domain.file_import import ImportState
from shared.domain.ids import ConnectionId, ImportId
from shared.file_import.reading import Reading
from shared.hearing import Ears
from shared.observe import logger, metrics, tick
from shared.settings import IMPORT_BUCKET, at_start, setting
from shared.table.applications import Applications
from shared.table.connections import Connections
from shared.table.imports import Imports
from shared.table.links import Links
from shared.wires import pepper, table

FOR: Final = timedelta(seconds=60)
"""Half of the time there is: the rest of the file is another message's."""
FIGURES: Final = {ImportState.DONE: "ImportDone", ImportState.REFUSED: "ImportRefused"}


@cache
def files() -> ImportFiles:
    return ImportFiles(setting(IMPORT_BUCKET), clients.s3())


def reading() -> Reading:
    until = clock.now() + FOR
    applications = Applications(table())
    return Reading(
        imports=Imports(table()),
        files=files(),
        connections=Connections(table()),
        known=applications,
        ears=Ears(applications, Links(table()), pepper(), mint.slug),
        clock=clock.now,
        goes_on=lambda: clock.now() < until,
    )


def one(fact: Event) -> None:
    assert isinstance(fact, ImportWaits)
    read = reading().read(ConnectionId(fact.connection_id), ImportId(fact.import_id))
    tick(FIGURES.get(read.state, "ImportGoesOn"))


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(files, table, pepper)
