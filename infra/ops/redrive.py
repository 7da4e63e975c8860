"""`make redrive STAGE= [QUEUE=] [GO=1]`: what nobody could handle, and back with it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from infra.ops.act import Act
from infra.ops.cloud import OnThisMachine, cloud
from infra.ops.held import Held, held_in
from infra.ops.lost import Way
from infra.ops.printed import columns, printed
from infra.ops.queues import MovedByTask, MovedOneByOne, Queues
from infra.ops.stack import stack_in

type Sweep = Callable[[], Mapping[str, int]]


def redrive(held: Sequence[Held], queues: Queues, sweep: Sweep, *, go: bool) -> Iterator[str]:
    """Raises RefusedError."""
    rows = [(each.lost.name, str(each.waiting), each.lost.way) for each in held]
    yield columns([("queue", "messages", "where they go"), *rows])
    waiting = [each for each in held if each.waiting]
    if not waiting:
        yield "Nothing waits."
    elif not go:
        yield "Nothing was changed. With GO=1 they go."
    else:
        yield from (_emptied(each, queues, sweep) for each in waiting)


def _emptied(held: Held, queues: Queues, sweep: Sweep) -> str:
    name = held.lost.name
    match held.lost.way:
        case Way.BACK:
            return f"{name}: {queues.move(held.address, held.source)} are back in their queue"
        case Way.SWEPT:
            said = sweep()
            if said["refused"]:
                return f"{name}: kept, for sweep could not say {said['refused']} facts; mend, again"
            queues.purge(held.address)
            return f"{name}: sweep said {said['said']} facts; what pointed to them is gone"
        case Way.AGAIN:
            queues.purge(held.address)
            return f"{name}: gone; the clock calls again by itself"
        case Way.UNKNOWN:
            return f"{name}: left as it is"


def act(said: Namespace) -> None:
    where = cloud(said.stage)
    deployed = stack_in(where, said.stage)
    moving = MovedOneByOne if isinstance(where, OnThisMachine) else MovedByTask
    queues = moving(where.client("sqs"))
    held = held_in(where, said.stage, queues, said.queue)
    everything = {"older_than_seconds": 0}
    printed(
        redrive(
            held,
            queues,
            lambda: deployed.ask("SweepFunction", everything),
            go=said.go == "1",
        )
    )


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("--queue", default="", help="left out: all of them")
    parser.add_argument("--go", default="", help="1: do it; else only say what would be done")


ACT: Final = Act("redrive", "show dead letters; with --go=1 send them back", act, asks)
