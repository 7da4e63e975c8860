"""A table made anew from what happened: figures are left behind and computed again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from infra.restore.source import Item, Source, key_of
from infra.restore.verify import lost, shelves
from shared.domain.difference import Difference, broken
from shared.domain.rebuild import rebuilt
from shared.table.figure_items import follows, written
from shared.table.shelf import Shelf


class NotSoundError(Exception):
    """What happened is damaged itself, so nothing can be made from it."""

    def __init__(self, found: list[Difference]) -> None:
        super().__init__("; ".join(f"{d.company_id} {d.what}" for d in found))


@dataclass
class Remade:
    """A source whose figures follow from its own grounds, whatever they were before."""

    source: Source
    _figures: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Raises NotSoundError."""
        kept = shelves(self.source)
        found = [d for shelf in kept.values() for d in _unsound(shelf)]
        if found := [*found, *lost(self.source)]:
            raise NotSoundError(found)
        for shelf in kept.values():
            self._figures.extend(written(rebuilt(shelf.grounds())))

    def __iter__(self) -> Iterator[Item]:
        yield from (item for item in self.source if not follows(key_of(item)))
        yield from self._figures


def _unsound(shelf: Shelf) -> list[Difference]:
    try:
        return broken(shelf.grounds())
    except ValueError:
        return [Difference(shelf.company_id, "books", "unreadable", "readable")]
