"""A company takes back a window of a link: what came in it counts no more, or is decided on."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.judge import flow as judging
from shared.company import links as flow
from shared.company.voids import void
from shared.domain.errors import InvalidRequest, LinkNotFound, StateForbids
from shared.domain.ids import LinkId, RegistrationId, Slug
from shared.domain.link import Link
from shared.domain.registration import Reason, Signal, State
from shared.domain.void import AT_ONCE, FEWEST, LAST_LOOK, Span, VoidState, VoidWindow
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in, person
from tests.support.builders import ACME, BOLT, NOON, a_candidate, a_doorway, a_link
from tests.support.facts import verified
from tests.support.ruling import DAY, hands_in, state, types_code, voids, works_off
from tests.support.stores import Stores, on_table

HOUR = timedelta(hours=1)
A_MINUTE_ON = NOON + timedelta(minutes=1, seconds=1)
SPAN = Span(NOON, NOON + HOUR)
ELEVEN_ON = NOON + timedelta(minutes=11)
AN_HOUR_ON = NOON + LAST_LOOK + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def link(stores: Stores) -> Link:
    let_in(stores)
    made = a_link()
    stores.links.add(made, a_doorway())
    return made


def closes(stores: Stores, link: Link, **changed: Any) -> None:
    times: dict[str, Any] = {"since": NOON - HOUR, "until": NOON + HOUR} | changed
    voids(stores, link, **times)


def in_inbox(table: Table) -> list[str]:
    items, _ = table.inbox(keys.Inbox.REVERSALS, limit=50, after=None)
    return [item["registration_id"] for item in items]


def excluded_at(stores: Stores, at: datetime, slug: str = "acme-link") -> Reason | None:
    return stores.links.open(Slug(slug)).exclusion(at)


def test_from_the_act_on_the_link_counts_nobody_in_the_window(stores: Stores, link: Link) -> None:
    closes(stores, link)
    assert excluded_at(stores, NOON - HOUR) is Reason.VOIDED_BY_COMPANY
    assert excluded_at(stores, NOON) is Reason.VOIDED_BY_COMPANY
    assert excluded_at(stores, NOON + HOUR) is None
    assert excluded_at(stores, NOON - HOUR - timedelta(seconds=1)) is None


@pytest.mark.parametrize("signals", [(), (Signal.BURST,)])
def test_handed_in_before_the_act_and_verified_after_it_does_not_count(
    stores: Stores, link: Link, signals: tuple[Signal, ...]
) -> None:
    read_before = hands_in(stores, signals=signals)
    closes(stores, link)
    assert works_off(stores, A_MINUTE_ON) == (1, 0)
    assert types_code(stores, read_before) is State.NOT_COUNTED, "by what it is, not as it was read"
    assert stores.ledgers.tally_and_head(ACME)[0].n == 0
    assert (
        types_code(stores, hands_in(stores, "eve", at=NOON + HOUR, candidate=a_candidate()))
        is State.COUNTED
    )


@pytest.mark.parametrize("before", [State.VERIFIED, State.HELD])
def test_undecided_when_taken_back_it_does_not_count_and_holds_nobody(
    stores: Stores, link: Link, before: State
) -> None:
    made = hands_in(stores, signals=(Signal.BURST,) if before is State.HELD else ())
    if before is State.HELD:
        types_code(stores, made)
    else:
        stores.referrals.verify(made, person("ada"), verified(made), NOON)
    closes(stores, link)
    assert works_off(stores, A_MINUTE_ON) == (1, 0)
    assert state(stores, made) is State.NOT_COUNTED
    assert (
        types_code(stores, hands_in(stores, "eve", at=NOON + HOUR, candidate=a_candidate()))
        is State.COUNTED
    )


def test_what_is_outside_the_window_or_of_another_link_is_left_alone(
    stores: Stores, link: Link
) -> None:
    early = hands_in(stores, "ada", at=NOON - HOUR - timedelta(milliseconds=1))
    late = hands_in(stores, "bob", at=NOON + HOUR)
    other = hands_in(stores, "eve", link_id=LinkId("lnk_other"))
    closes(stores, link)
    assert works_off(stores, A_MINUTE_ON) == (0, 0)
    assert {types_code(stores, made) for made in (early, late, other)} == {State.COUNTED}


def test_a_window_over_a_months_end_takes_both_months(stores: Stores, link: Link) -> None:
    turn = datetime.fromisoformat("2026-03-01T00:00:00Z")
    made = [hands_in(stores, f"p{n}", at=turn + n * HOUR) for n in (-1, 0, 1)]
    closes(stores, link, since=turn - 2 * HOUR, until=turn + 2 * HOUR)
    assert works_off(stores, A_MINUTE_ON) == (3, 0)
    assert {types_code(stores, m) for m in made} == {State.NOT_COUNTED}


def test_it_is_done_once_the_last_look_found_nothing(stores: Stores, link: Link) -> None:
    closes(stores, link)
    worked = [NOON + timedelta(seconds=1), A_MINUTE_ON, ELEVEN_ON, AN_HOUR_ON]
    for n, at in enumerate(worked):
        [window] = list(stores.voids.due(at))
        assert (window.walk, window.state) == (n, VoidState.WORKING)
        works_off(stores, at)
    assert list(stores.voids.due(NOON + 400 * DAY)) == []


def test_one_that_was_written_late_is_found_by_a_later_look(stores: Stores, link: Link) -> None:
    """It had read the link before the act, and the index shows it only now."""
    closes(stores, link)
    works_off(stores, NOON + timedelta(seconds=1))
    made = hands_in(stores)
    assert works_off(stores, A_MINUTE_ON) == (1, 0)
    assert works_off(stores, ELEVEN_ON) == (0, 0)
    assert types_code(stores, made) is State.NOT_COUNTED


def test_a_large_window_is_worked_off_in_pieces(
    stores: Stores, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "MANY", 3)
    made = [hands_in(stores, f"p{n}", at=NOON + timedelta(seconds=n)) for n in range(8)]
    closes(stores, link)
    found = [works_off(stores, A_MINUTE_ON + n * timedelta(seconds=1))[0] for n in range(4)]
    assert (sum(found), found[0]) == (8, 3)
    assert {types_code(stores, m) for m in made} == {State.NOT_COUNTED}


def test_a_slug_of_before_and_one_of_afterwards_tell_of_the_window(
    stores: Stores, link: Link
) -> None:
    def rotate(slug: str) -> Link:
        return flow.rotate(
            ACME,
            link.link_id,
            Slug(slug),
            links=stores.links,
            companies=stores.companies,
            written=lambda _: stores.links,
        )

    rotate("second")
    closes(stores, link)
    rotate("third")
    told = {excluded_at(stores, NOON, slug) for slug in ("acme-link", "second", "third")}
    assert told == {Reason.VOIDED_BY_COMPANY}
    assert excluded_at(stores, NOON + HOUR, "third") is None
    assert excluded_at(stores, NOON + HOUR, "second") is Reason.LINK_CLOSED


class TestCounted:
    """What has counted stays until somebody at the agency takes it back."""

    @pytest.fixture
    def stores(self, table: Table) -> Stores:
        return on_table(table)

    def counted(self, stores: Stores, many: int = FEWEST, at: datetime = NOON) -> list[str]:
        """Each at a minute of its own."""
        made = [
            hands_in(stores, f"p{at:%H}{n}", at=at + n * timedelta(minutes=1)) for n in range(many)
        ]
        assert {types_code(stores, one) for one in made} == {State.COUNTED}
        return [one.registration_id for one in made]

    def test_they_wait_in_the_inbox_once_an_hour_after_the_act(
        self, stores: Stores, link: Link, table: Table
    ) -> None:
        made = self.counted(stores)
        closes(stores, link)
        assert (works_off(stores, ELEVEN_ON), in_inbox(table)) == ((0, 0), [])
        assert works_off(stores, AN_HOUR_ON) == (FEWEST, 0)
        closes(stores, link, since=NOON - 2 * HOUR)
        assert works_off(stores, AN_HOUR_ON + HOUR) == (0, 0)
        assert sorted(in_inbox(table)) == made
        items = [table.get(keys.reversal(RegistrationId(name))) or {} for name in made]
        assert {(item["company_id"], item["window_id"]) for item in items} == {(ACME, "void_0")}
        assert stores.ledgers.tally_and_head(ACME)[0].n == FEWEST

    def test_of_fewer_than_three_nothing_is_told_and_they_go_on_counting(
        self, stores: Stores, link: Link, table: Table
    ) -> None:
        """Else a window around one person's form would tell that this person registered."""
        self.counted(stores, FEWEST - 1)
        closes(stores, link)
        assert (works_off(stores, AN_HOUR_ON), in_inbox(table)) == ((0, 0), [])
        assert stores.ledgers.tally_and_head(ACME)[0].n == FEWEST - 1

    def test_a_second_window_does_not_tell_of_one_more_person_than_the_first(
        self, stores: Stores, link: Link, table: Table
    ) -> None:
        first = self.counted(stores)
        self.counted(stores, 1, at=NOON + HOUR)
        closes(stores, link)
        works_off(stores, AN_HOUR_ON)
        closes(stores, link, until=NOON + 2 * HOUR)
        works_off(stores, AN_HOUR_ON + HOUR)
        assert sorted(in_inbox(table)) == first

    def test_those_that_were_put_aside_are_not_asked_again(
        self, stores: Stores, link: Link, table: Table
    ) -> None:
        made = self.counted(stores)
        closes(stores, link)
        works_off(stores, AN_HOUR_ON)
        aside = [keys.DUE_PARTITION, keys.DUE_SORT]
        for name in made:
            table.commit(table.change(keys.reversal(RegistrationId(name)), remove=aside))
        closes(stores, link)
        works_off(stores, AN_HOUR_ON)
        assert in_inbox(table) == []


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        (NOON, NOON, "to"),
        (NOON, NOON - HOUR, "to"),
        (NOON, NOON + HOUR - timedelta(seconds=1), "to"),
        (NOON - 31 * DAY, NOON + timedelta(seconds=1), "to"),
        (NOON, NOON + 7 * DAY + timedelta(seconds=1), "to"),
    ],
)
def test_a_window_without_sense_is_refused_by_field(
    stores: Stores, link: Link, since: datetime, until: datetime, field: str
) -> None:
    with pytest.raises(InvalidRequest) as refused:
        closes(stores, link, since=since, until=until)
    assert refused.value.fields == {field: "malformed"}
    assert list(stores.voids.due(NOON + 400 * DAY)) == []


def test_another_companys_link_is_no_link(stores: Stores, link: Link) -> None:
    for stranger in (replace(link, link_id=LinkId("lnk_x")), replace(link, company_id=BOLT)):
        with pytest.raises(LinkNotFound):
            void(
                VoidWindow("void_1", stranger.company_id, stranger.link_id, SPAN, "x", NOON),
                links=stores.links,
                voids=stores.voids,
            )


def test_a_link_has_so_many_open_windows_and_those_that_are_over_do_not_count(
    stores: Stores, link: Link
) -> None:
    for n in range(AT_ONCE):
        closes(stores, link, until=NOON + (n + 1) * HOUR)
    with pytest.raises(StateForbids):
        closes(stores, link)
    closes(stores, link, at=NOON + 2 * HOUR, until=NOON + 3 * HOUR)
    assert len(stores.links.find(ACME, link.link_id).windows) == AT_ONCE - 1
