"""The queues of a stack, whoever made them."""

from typing import Final

from aws_cdk import Stack
from aws_cdk import aws_sqs as sqs

LOST: Final = "Lost"
"""What every infra.dead_letters.DeadLetters is called."""


PATIENT: Final = frozenset({"Asking", "WriteBackReader"})
"""Where a message may wait: for its turn, or until a vendor takes more."""


def read_in(stack: Stack) -> list[sqs.Queue]:
    """Those somebody reads, which is all but dead letters."""
    return [queue for queue in _queues(stack) if not _is_lost(queue)]


def lost_in(stack: Stack) -> list[sqs.Queue]:
    return [queue for queue in _queues(stack) if _is_lost(queue)]


def _queues(stack: Stack) -> list[sqs.Queue]:
    return [found for found in stack.node.find_all() if isinstance(found, sqs.Queue)]


def is_patient(queue: sqs.Queue) -> bool:
    return queue.node.path.split("/")[-2] in PATIENT


def _is_lost(queue: sqs.Queue) -> bool:
    return queue.node.path.split("/")[-2] == LOST
