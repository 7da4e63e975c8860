"""What was typed, done."""

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence

from shared.command.act import Act


def typed(acts: Iterable[Act], words: Sequence[str] | None = None) -> int:
    """The exit status. Words that mean nothing leave by SystemExit(2), with the usage."""
    parser = ArgumentParser(prog="career-relay")
    known = parser.add_subparsers(dest="act", required=True)
    for act in acts:
        asking = known.add_parser(act.name, help=act.says, description=act.says)
        act.asks(asking)
        asking.set_defaults(does=act.does)
    said = parser.parse_args(words)
    done: int = said.does(said)
    return done
