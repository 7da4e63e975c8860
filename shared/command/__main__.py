"""`career-relay ACT ...`, or `python -m shared.command ACT ...`."""

import sys
from typing import Final

from shared.command import affected, verify_statement
from shared.command.typed import typed

ACTS: Final = (verify_statement.ACT, affected.ACT)


def main() -> int:
    return typed(ACTS)


if __name__ == "__main__":
    sys.exit(main())
