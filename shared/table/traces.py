"""Which items tell of people, and what. Keyed hashes alone (PERSON#, PHONE#, ..) tell nothing."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from shared.domain.affected import Address, Trace
from shared.domain.registers import received
from shared.domain.tokyo import TOKYO
from shared.table import keys
from shared.table.codec import optional_moment

NO_TIMES: Final = frozenset({keys.DUE_SORT, "expires_at"})
"""They end like a time something happened, and say what is to come."""
WORDS: Final = {"thread": "message", "act": "file", "reg": "registration", "rec": "recommendation"}
REGISTER: Final = "register"


def traces(item: Mapping[str, Any]) -> Iterator[Trace]:
    """At most one: everything an item tells is of one person."""
    pk, sk = str(item[keys.PARTITION]), str(item[keys.SORT])
    if pk.startswith(keys.REGISTRATION_PREFIX):
        yield _of(pk.removeprefix(keys.REGISTRATION_PREFIX), "registration", item)
    elif pk.startswith(keys.CANDIDATE_PREFIX):
        yield _of(pk.removeprefix(keys.CANDIDATE_PREFIX), _word(sk), item, with_file=True)
    elif "candidate_id" in item and not _is_pointer(pk):
        what = _word(pk if not pk.startswith(keys.COMPANY_PREFIX) else sk)
        yield _of(item["candidate_id"], what, item, with_file=pk.startswith(keys.COMPANY_PREFIX))
    elif pk.startswith(keys.COMPANY_PREFIX) and sk == "COMPANY":
        yield _of(pk.removeprefix(keys.COMPANY_PREFIX), "contact", item)
    elif sk.startswith("MEMBER#"):
        yield _of(sk, "member", item)


def _is_pointer(pk: str) -> bool:
    """From a keyed hash to a file."""
    return pk.startswith((keys.PERSON_PREFIX, "PHONE#", "LIKENESS#", keys.OUTBOX_PREFIX))


def _word(name: str) -> str:
    word = name.partition("#")[0].lower()
    return WORDS.get(word, word)


def _of(who: str, what: str, item: Mapping[str, Any], *, with_file: bool = False) -> Trace:
    """What an erased file leaves beside it, and at the companies, is ids and days."""
    times = tuple(_times(item))
    return Trace(
        who,
        what,
        times or _received(who, what),
        tuple(_same(item)),
        optional_moment(item.get("erased_at")),
        _address(item),
        with_file,
    )


def _received(who: str, what: str) -> tuple[datetime, ...]:
    """A register has days and no times."""
    if what != REGISTER:
        return ()
    return (datetime.combine(received(who), datetime.min.time(), TOKYO),)


def _same(item: Mapping[str, Any]) -> Iterator[str]:
    """A file names its registrations, and the files that became one with it."""
    yield from item.get("merged_from", ())
    for name in ("merged_into", "registration_id"):
        if item.get(name):
            yield item[name]


def _times(values: Mapping[str, Any], inside: bool = False) -> Iterator[datetime]:
    """Of whatever is called `at` or `.._at`, and of all that stands under such a name."""
    for name, value in values.items():
        is_time = inside or name == "at" or (name.endswith("_at") and name not in NO_TIMES)
        if isinstance(value, Mapping):
            yield from _times(value, is_time)
        elif is_time and (at := _moment(value)):
            yield at


def _moment(value: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo else None


def _address(item: Mapping[str, Any]) -> Address | None:
    candidate = item.get("candidate")
    if isinstance(candidate, Mapping):
        return Address(candidate["full_name"], candidate["email"])
    if "contact_email" in item and "contact_name" in item:
        return Address(item["contact_name"], item["contact_email"])
    if "name" in item and item[keys.SORT] != "COMPANY":
        return Address(item["name"], item.get("email", ""))
    return Address(item["candidate_name"]) if "candidate_name" in item else None
