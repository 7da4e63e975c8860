"""A statement is worked out again from its entries, and the first that is wrong is named."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.domain.entry import Entry, Kind
from shared.domain.proof import first_fault
from tests.support.builders import BOLT, TODAY
from tests.support.ledger_life import LedgerLife, eventful, forged_statement

LIFE = eventful()
ENTRIES = LIFE.entries


def at(entry_id: str) -> int:
    return next(n for n, entry in enumerate(ENTRIES) if entry.entry_id == entry_id)


def made_of(*entries: Entry) -> str:
    """What is wrong with them, chained anew and balanced."""
    return str(first_fault(forged_statement(entries)))


def more(entry_id: str, kind: Kind, amount: int = 1) -> Entry:
    return replace(ENTRIES[-1], entry_id=entry_id, kind=kind, amount=amount)


def test_a_ledger_in_which_everything_happened_has_no_fault() -> None:
    assert {entry.kind for entry in ENTRIES} == {
        *("count", "uncount", "grant", "reserve", "release", "consume", "expire", "void"),
        *("restore", "carry_deficit"),
    }
    assert first_fault(LIFE.statement()) is None
    assert made_of(*ENTRIES) == "None"


def test_a_ledger_just_opened_has_no_fault() -> None:
    assert first_fault(LedgerLife().statement()) is None


def test_an_entry_whose_words_changed_is_named_with_its_hash_and_what_it_should_be() -> None:
    n = at("grant:2")
    other = replace(ENTRIES[n], occurred_on=TODAY - timedelta(days=1))
    fault = first_fault(replace(LIFE.statement(), entries=(*ENTRIES[:n], other, *ENTRIES[n + 1 :])))
    assert fault is not None
    assert (fault.where, fault.what) == (f"entry {n + 1} of {len(ENTRIES)} (grant:2)", "hash")
    assert (fault.stored, fault.made) == (ENTRIES[n].hash, other.digest())


def test_an_entry_chained_to_another_is_named() -> None:
    n = at("grant:2")
    other = replace(ENTRIES[n], prev_hash="f" * 64).sealed()
    fault = first_fault(replace(LIFE.statement(), entries=(*ENTRIES[:n], other, *ENTRIES[n + 1 :])))
    assert fault is not None
    assert (fault.what, fault.stored, fault.made) == ("prev_hash", "f" * 64, ENTRIES[n - 1].hash)


def test_anothers_entry_is_named() -> None:
    said = made_of(*ENTRIES[:3], replace(ENTRIES[3], company_id=BOLT))
    assert said.endswith(f"({ENTRIES[3].entry_id}): company_id is co_bolt, should be co_acme")


@pytest.mark.parametrize(
    ("entry_id", "kind", "what"),
    [
        ("release:4:job_d", "release", "None"),
        ("consume:4:job_d", "consume", "None"),
        ("reserve:4:again", "reserve", "credit 4 before it is reserved, should be available"),
        ("release:5:none", "release", "credit 5 before it is available, should be reserved"),
        ("consume:5:none", "consume", "credit 5 before it is available, should be reserved"),
        ("expire:4:late", "expire", "credit 4 before it is reserved, should be available"),
        ("expire:2:again", "expire", "credit 2 before it is expired, should be available"),
        ("restore:5:none", "restore", "credit 5 before it is available, should be consumed"),
        ("reserve:3:void", "reserve", "credit 3 before it is voided, should be available"),
        ("reserve:6:none", "reserve", "credit 6 before it is not granted, should be available"),
        ("reserve:job_x", "reserve", "entry_id is reserve:job_x, should be one that names a"),
        ("reserve", "reserve", "entry_id is reserve, should be one that names a credit"),
        ("grant:2:again", "grant", "credit 2 before it is expired, should be not granted"),
        ("reserve:5:job_e", "reserve", "None"),
        ("grant:2", "restore", "entry_id is grant:2, should be one that was not there before"),
    ],
)
def test_a_credit_lives_once_whoever_chains_it(entry_id: str, kind: Any, what: str) -> None:
    assert what in made_of(*ENTRIES, more(entry_id, kind))


def test_a_credit_is_restored_once() -> None:
    spent = more("consume:1:job_c", "consume")
    again = more("restore:1:again", "restore")
    assert "credit 1 before it is restored, should be" in made_of(*ENTRIES, spent, again)


def test_a_credit_nobody_earned_breaks_the_law_and_is_named() -> None:
    after = "after it (45 counted, a deficit of 0)"
    n = len(ENTRIES) + 1
    assert made_of(*ENTRIES, more("grant:9", "grant")) == (
        f"entry {n} of {n} (grant:9): granted - voided {after} is 5, should be 4"
    )


def test_a_law_broken_is_not_mended_by_another_day() -> None:
    grant = ENTRIES[at("grant:5")]
    late = replace(grant, recorded_on=TODAY + timedelta(days=1))
    counts = ENTRIES[: at("grant:5")]
    assert made_of(*counts, grant) == "None"
    said = made_of(*counts, late)
    assert (
        said.startswith(f"entry {len(counts)} of {len(counts) + 1} (count:")
        and "is 4, should be 5" in said
    )


def test_a_law_broken_is_not_mended_by_a_posting_of_two_of_a_kind() -> None:
    counts = (
        replace(ENTRIES[0], entry_id="count:1-10", amount=10),
        replace(ENTRIES[0], entry_id="count:11-20", amount=10),
    )
    grants = [replace(ENTRIES[0], entry_id=f"grant:{n}", kind="grant", amount=1) for n in (1, 2)]
    said = made_of(*counts, *grants)
    assert said.startswith("entry 1 of 4 (count:1-10): granted - voided after it")


@pytest.mark.parametrize(
    ("entry_id", "kind", "amount", "what"),
    [
        ("count:56-58", "count", 3, "entry_id is count:56-58, should be count:"),
        ("uncount:12", "uncount", 0, "amount is 0, should be 1 or more"),
        ("reserve:5:two", "reserve", 2, "amount is 2, should be 1"),
        ("carry_deficit:99", "carry_deficit", 0, "amount is 0, should be other than 0"),
        ("carry_deficit:99", "carry_deficit", -1, "deficit after it is -1, should be 0 or more"),
    ],
)
def test_an_amount_no_act_could_post_is_named(
    entry_id: str, kind: Any, amount: int, what: str
) -> None:
    assert what in made_of(*ENTRIES, more(entry_id, kind, amount))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"threshold": 9}, "the file: threshold is 9, should be 10"),
        ({"as_of": TODAY}, "the file: as_of is 2026-03-02, should be 2026-03-04"),
        ({"as_of": None}, "the file: as_of is None, should be 2026-03-04"),
        ({"hash": "0" * 64}, "the file: hash of its head is 000"),
        ({"balances": {}}, "the file: balance added is nothing, should be 0"),
    ],
)
def test_what_the_file_says_beside_its_entries_follows_from_them(
    changed: dict[str, Any], what: str
) -> None:
    assert what in str(first_fault(replace(LIFE.statement(), **changed)))


@pytest.mark.parametrize("name", LIFE.statement().balances)
def test_every_balance_is_worked_out_again(name: str) -> None:
    of = LIFE.statement()
    wrong = {**of.balances, name: of.balances[name] + 1}
    fault = first_fault(replace(of, balances=wrong))
    assert fault is not None and fault.what == f"balance {name}"
    assert (fault.stored, fault.made) == (str(of.balances[name] + 1), str(of.balances[name]))


def test_the_last_entry_cannot_be_cut_off() -> None:
    life = eventful()
    life.act(("reserve:5:job_e", "reserve", 1))
    shorter = replace(life.statement(), entries=tuple(life.entries[:-1]))
    n = len(life.entries)
    assert str(first_fault(shorter)) == f"the statement ends before its head: entry {n} is missing"


def test_several_entries_cut_off_are_named_and_not_the_law_their_posting_breaks() -> None:
    """Cut in the middle of a posting: what is left of it breaks the law."""
    life = eventful()
    n = 1 + next(n for n, entry in enumerate(life.entries) if entry.kind == "grant")
    shorter = replace(life.statement(), entries=tuple(life.entries[: n - 1]))
    missing = f"entries {n} to {len(life.entries)} are missing"
    assert str(first_fault(shorter)) == f"the statement ends before its head: {missing}"


def test_a_wrong_number_is_told_beside_the_place_it_stands_at() -> None:
    life = eventful()
    wrong = [*life.entries]
    wrong[3] = replace(wrong[3], seq=7)
    said = str(first_fault(replace(life.statement(), entries=tuple(wrong))))
    where = f"entry 4 of {len(wrong)} ({wrong[3].entry_id})"
    assert said == f"{where} has the number 7, should have 4"
