"""Two who ask at once under one key: the second one looks before the first was answered."""

import pytest

from shared.domain.once import Once
from shared.table.commit import Table


def looks_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next look for an answer finds none; those after it find what there is."""
    replay, missed = Table.replay, list[bool]()

    def early(table: Table, once: Once | None) -> None:
        if missed:
            replay(table, once)
        missed.append(True)

    monkeypatch.setattr(Table, "replay", early)
