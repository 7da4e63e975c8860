"""`python -m infra.restore verify core`: what docs/restore.md asks for, one command a step."""

import argparse
import sys
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from infra.ops.cloud import cloud
from infra.ops.refusal import RefusedError
from infra.ops.stack import stack
from infra.restore import writers
from infra.restore.put import Changes
from infra.restore.rebuild import NotSoundError, Remade
from infra.restore.source import Export, Source, TableSource, export
from infra.restore.verify import compared, verified

WHERE = "a table's name, `core` for the stage's own, or a file or folder of an export"


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m infra.restore", epilog=f"SOURCE: {WHERE}")
    parser.add_argument("--stage", default="local")
    acts = parser.add_subparsers(dest="act", required=True)
    for act, words, what in (
        ("export", ("source", "file"), "write all items to a new file"),
        ("verify", ("source",), "say where figures differ from what happened"),
        ("compare", ("source", "other"), "say which items differ between two sources"),
        ("rebuild", ("source", "table"), "make TABLE of what happened in SOURCE, figures anew"),
        ("copy", ("source", "table"), "make TABLE what SOURCE is, item by item"),
        ("stop", (), "let nobody write"),
        ("start", (), "let everybody write again"),
    ):
        added = acts.add_parser(act, help=what)
        for word in words:
            added.add_argument(word)
        if "table" in words:
            added.add_argument("--go", action="store_true", help="do it; else it is only shown")
    return parser.parse_args()


def done(said: argparse.Namespace) -> int:
    """1 where something differs."""
    match said.act:
        case "export":
            print(f"{export(source(said, said.source), Path(said.file))} items")
        case "verify":
            found = verified(source(said, said.source))
            return told([f"{d.company_id} {d.what}: {d.stored}, not {d.rebuilt}" for d in found])
        case "compare":
            both = source(said, said.source), source(said, said.other)
            return told([f"{how} {key.pk} {key.sk}" for how, key in compared(*both)])
        case "rebuild":
            changed(Remade(source(said, said.source)), said)
        case "copy":
            changed(source(said, said.source), said)
        case _:
            writers.set_all(said.stage, cloud(said.stage), writing=said.act == "start")
    return 0


def changed(wanted: Source, said: argparse.Namespace) -> None:
    table = table_of(said, said.table)
    changes = Changes.toward(wanted, table)
    print(changes)
    if said.go:
        changes.make(wanted, table)
        print("done")
    elif changes.unequal:
        print("nothing was changed; --go does it")


def told(found: list[str]) -> int:
    for one in found:
        print(one)
    print(f"{len(found)} differences")
    return 1 if found else 0


def source(said: argparse.Namespace, where: str) -> Source:
    return Export(Path(where)) if Path(where).exists() else table_of(said, where)


def table_of(said: argparse.Namespace, name: str) -> TableSource:
    known = stack(said.stage).outputs["CoreTable"] if name == "core" else name
    return TableSource(known, cloud(said.stage).client("dynamodb"))


def main() -> int:
    try:
        return done(parsed())
    except NotSoundError as why:
        print(f"refused: this cannot be made anew, restore to before it: {why}", file=sys.stderr)
    except (RefusedError, ClientError, BotoCoreError, OSError) as why:
        print(f"refused: {why}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
