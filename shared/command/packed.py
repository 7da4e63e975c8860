"""The command as one file that Python 3.13 runs, with nothing installed: a zipapp."""

import io
from functools import cache
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SHARED: Final = Path(__file__).resolve().parents[1]
CARRIED: Final = (
    *("__init__.py", "command/__init__.py", "command/act.py", "command/typed.py"),
    *("command/verify_statement.py", "command/reading.py", "command/lines.py", "command/strict.py"),
    "domain/*.py",
)
"""Of the command, this act alone: others may ask for more than Python."""
START: Final = """\
import sys

if sys.version_info < (3, 13):
    sys.exit("career-relay needs Python 3.13 or newer")

from shared.command import verify_statement
from shared.command.typed import typed

sys.exit(typed([verify_statement.ACT]))
"""


@cache
def packed() -> bytes:
    """The same sources make the same bytes."""
    made = io.BytesIO(b"#!/usr/bin/env python3\n")
    made.seek(0, io.SEEK_END)
    with ZipFile(made, "a") as archive:
        archive.writestr(_named("__main__.py"), START)
        for source in sorted(file for kind in CARRIED for file in SHARED.glob(kind)):
            name = _named(f"shared/{source.relative_to(SHARED).as_posix()}")
            archive.writestr(name, source.read_bytes())
    return made.getvalue()


def _named(name: str) -> ZipInfo:
    info = ZipInfo(name)  # of 1980, whenever it is packed
    info.compress_type = ZIP_DEFLATED
    return info
