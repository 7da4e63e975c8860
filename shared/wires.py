"""What handlers are wired to, once per process."""

from functools import cache

from shared.aws import clients
from shared.aws.queued import Queue
from shared.aws.sealed import KmsSealed
from shared.aws.secret import secret
from shared.aws.tickets import SqsTickets
from shared.aws.voice import AwsVoice
from shared.pepper import Pepper
from shared.programme import Remembered
from shared.settings import (
    BUS_NAME,
    CLICKS_TABLE,
    CORE_TABLE,
    COUNT_QUEUE_URL,
    DELIVER_QUEUE_URL,
    PEPPER_SECRET,
    RECEIVED_QUEUE_URL,
    SEALING_KEY,
    setting,
)
from shared.table.clicks import Visits
from shared.table.commit import Table
from shared.table.rulebook import Rulebook


@cache
def table() -> Table:
    return Table(setting(CORE_TABLE), clients.dynamodb())


@cache
def visits() -> Visits:
    return Visits(Table(setting(CLICKS_TABLE), clients.dynamodb()))


@cache
def pepper() -> Pepper:
    return Pepper(secret(setting(PEPPER_SECRET)).encode())


@cache
def voice() -> AwsVoice:
    return AwsVoice(setting(BUS_NAME), setting(COUNT_QUEUE_URL), clients.events(), clients.sqs())


@cache
def received() -> Queue:
    return Queue(setting(RECEIVED_QUEUE_URL), clients.sqs())


@cache
def tickets() -> SqsTickets:
    return SqsTickets(setting(DELIVER_QUEUE_URL), clients.sqs())


@cache
def sealed() -> KmsSealed:
    return KmsSealed(setting(SEALING_KEY), clients.kms())


@cache
def programme() -> Remembered:
    return Remembered(Rulebook(table()))
