"""Whether a table's figures follow from what happened, and whether two tables are the same."""

from collections.abc import Iterator
from typing import NamedTuple

from infra.restore.source import Source, digest, key_of
from shared.domain.difference import Difference, differences
from shared.domain.ids import CompanyId, RegistrationId
from shared.table import keys
from shared.table.codec import decode
from shared.table.keys import Key
from shared.table.shelf import Shelf, shelved


def shelves(source: Source) -> dict[CompanyId, Shelf]:
    """Of every company that was let in."""
    kept = shelved(decode(item) for item in source)
    return {company_id: shelf for company_id, shelf in kept.items() if not shelf.waits}


def verified(source: Source) -> Iterator[Difference]:
    for company_id, shelf in sorted(shelves(source).items()):
        try:
            yield from differences(*shelf.books())
        except ValueError:
            yield Difference(company_id, "books", "unreadable", "readable")
    yield from lost(source)


def lost(source: Source) -> Iterator[Difference]:
    """Registrations that somebody is known to have made, and that are not there."""
    there, held = set[str](), dict[str, str]()
    for item in source:
        pk = key_of(item).pk
        if pk.startswith(keys.REGISTRATION_PREFIX):
            there.add(pk)
        elif "reg" in item and pk.startswith(keys.PERSON_PREFIX):
            made = RegistrationId(item["reg"]["S"])
            held[keys.registration(made).pk] = item["company_id"]["S"]
    for pk in sorted(held.keys() - there):
        yield Difference(CompanyId(held[pk]), f"registration {pk}", "nothing", "kept")


class Unequal(NamedTuple):
    """`how`: missing, changed or unknown in the second, as the first has it."""

    how: str
    key: Key


def compared(first: Source, second: Source) -> Iterator[Unequal]:
    wanted = {key_of(item): digest(item) for item in first}
    for item in second:
        key = key_of(item)
        known = wanted.pop(key, None)
        if known is None:
            yield Unequal("unknown", key)
        elif known != digest(item):
            yield Unequal("changed", key)
    yield from (Unequal("missing", key) for key in wanted)
