"""What pollers bring, from page to page and from run to run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from typing import Any

import pytest

from shared.connectors.herp import Herp
from shared.connectors.talentio import Talentio
from shared.connectors.wire import Wire
from shared.domain.ats_event import Kind
from shared.domain.polled import Polled
from shared.domain.trouble import Why
from shared.domain.watermark import OVERLAP, STALE, Watermark
from shared.ports.vendors import Poller
from tests.support.vendors import herp, talentio
from tests.support.vendors.serving import Reply, Served, serving
from tests.unit.connectors.connected import MARK, NOW, all_the_time, nobody

MANY = 250


@dataclass(frozen=True)
class Polling:
    filled: Callable[[int], herp.FakeHerp | talentio.FakeTalentio]
    poller: Callable[[Wire], Poller]
    since: str


def _herp(count: int) -> herp.FakeHerp:
    return herp.FakeHerp([herp.a_candidacy(n) for n in range(count)])


def _talentio(count: int) -> talentio.FakeTalentio:
    return talentio.FakeTalentio([talentio.a_candidate(n) for n in range(count)])


POLLING = {
    "herp": Polling(_herp, lambda wire: Herp(wire, herp.KEY, nobody), "stepUpdatedAtFrom"),
    "talentio": Polling(
        _talentio, lambda wire: Talentio(wire, talentio.KEY, nobody), "updatedAtFrom"
    ),
}


@pytest.fixture(params=POLLING)
def polling(request: pytest.FixtureRequest) -> Polling:
    return POLLING[request.param]


@pytest.fixture
def served(polling: Polling) -> Iterator[Served]:
    with serving(polling.filled(MANY)) as served:
        yield served


def refs(polled: Polled) -> list[str]:
    return [change.application_ref for change in polled.events]


def test_every_page_is_read_once(polling: Polling, served: Served) -> None:
    polled = polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    assert polled.stopped is None
    assert len(refs(polled)) == len(set(refs(polled))) == MANY
    pages = [int(asked.query["page"]) for asked in served.asked]
    assert pages == list(range(1, len(pages) + 1))


def test_two_days_are_read_again(polling: Polling, served: Served) -> None:
    polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    said = served.asked[0].query[polling.since]
    assert said.startswith("2026-03-30")
    assert timedelta(days=2) == OVERLAP


def test_the_same_fact_has_the_same_id_when_read_again(polling: Polling, served: Served) -> None:
    poller = polling.poller(served.wire)
    first = poller.changes(MARK, NOW, all_the_time)
    later = poller.changes(first.mark, NOW + timedelta(minutes=15), all_the_time)
    assert set(first.events) == set(later.events)


def test_a_pass_that_ended_moves_the_watermark_to_where_it_began(
    polling: Polling, served: Served
) -> None:
    polled = polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    assert polled.mark == Watermark(NOW, MARK.swept_at)


def test_who_runs_out_of_time_goes_on_at_the_same_page(polling: Polling, served: Served) -> None:
    poller = polling.poller(served.wire)
    clock = chain([600.0, 600.0], repeat(1.0))
    first = poller.changes(MARK, NOW, lambda: next(clock))
    assert first.stopped is not None
    assert first.stopped.why is Why.OUT_OF_TIME
    assert first.mark.read_to == MARK.read_to
    rest = poller.changes(first.mark, NOW + timedelta(minutes=15), all_the_time)
    assert len({*refs(first), *refs(rest)}) == len(refs(first)) + len(refs(rest)) == MANY
    assert rest.mark.read_to == NOW


def test_without_time_nothing_is_asked(polling: Polling, served: Served) -> None:
    polled = polling.poller(served.wire).changes(MARK, NOW, lambda: 1.0)
    assert served.asked == []
    assert polled.mark.read_to == MARK.read_to


def test_a_page_that_failed_is_asked_again(polling: Polling, served: Served) -> None:
    poller = polling.poller(served.wire)
    served.wrong.append(Reply(500))
    broken = poller.changes(MARK, NOW, all_the_time)
    assert (broken.events, broken.mark.read_to) == ((), MARK.read_to)
    whole = poller.changes(broken.mark, NOW + timedelta(minutes=1), all_the_time)
    assert len(refs(whole)) == MANY


def test_a_pass_that_does_not_end_in_a_day_is_begun_anew(polling: Polling, served: Served) -> None:
    poller = polling.poller(served.wire)
    served.wrong.append(Reply(500))
    broken = poller.changes(MARK, NOW, all_the_time)
    anew = poller.changes(broken.mark, NOW + STALE, all_the_time)
    assert anew.mark.read_to == NOW + STALE


def test_few_requests_left_end_the_run_before_the_vendor_does(polling: Polling) -> None:
    fake = polling.filled(MANY)
    fake.remaining = 3
    with serving(fake) as served:
        polled = polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    assert polled.stopped is not None
    assert (polled.stopped.why, len(served.asked)) == (Why.RATE_LIMITED, 1)
    assert polled.stopped.retry_at == NOW + timedelta(minutes=1)
    assert polled.events
    assert polled.mark.broken_off is not None
    assert polled.mark.broken_off.page == 2


def test_an_empty_vendor_is_no_trouble(polling: Polling) -> None:
    with serving(polling.filled(0)) as served:
        polled = polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    assert (polled.events, polled.stopped, polled.mark.read_to) == ((), None, NOW)


def test_one_row_unlike_the_others_is_ignored_with_a_reason(polling: Polling) -> None:
    fake = polling.filled(2)
    rows: list[dict[str, Any]] = getattr(fake, "candidacies", None) or getattr(
        fake, "candidates", []
    )
    rows[0]["id"] = "hanako@example.jp"
    with serving(fake) as served:
        polled = polling.poller(served.wire).changes(MARK, NOW, all_the_time)
    assert [ignored.because for ignored in polled.ignored] == ["no id"]
    assert len(polled.events) == 1


def test_an_end_long_after_the_last_step_is_found_by_the_wide_pass() -> None:
    """HERP's `stepUpdatedAt` stays where it was when a candidacy is terminated."""
    over_at = "2026-04-01T11:03:04+09:00"
    old = herp.a_candidacy(stepUpdatedAt="2026-03-01T18:00:00+09:00", terminatedAt=over_at)
    with serving(herp.FakeHerp([old])) as served:
        poller = Herp(served.wire, herp.KEY, nobody)
        quick = poller.changes(MARK, NOW, all_the_time)
        wide = poller.changes(quick.mark, NOW + timedelta(hours=2), all_the_time)
        again = poller.changes(wide.mark, NOW + timedelta(hours=2, minutes=15), all_the_time)
    assert quick.events == again.events == ()
    assert [change.kind for change in wide.events] == [Kind.REJECTED]
    assert wide.mark.swept_at == NOW + timedelta(hours=2)


def test_who_we_hold_as_rejected_and_is_open_was_unrejected() -> None:
    rows = [herp.a_candidacy(1), herp.a_candidacy(2)]
    held = str(rows[1]["id"])
    with serving(herp.FakeHerp(rows)) as served:
        polled = Herp(served.wire, herp.KEY, {held}.__contains__).changes(MARK, NOW, all_the_time)
    back = [c.application_ref for c in polled.events if c.kind is Kind.UNREJECTED]
    assert back == [held]


def test_a_wide_pass_tells_nothing_of_before_they_connected() -> None:
    then = "2026-02-10T10:00:00+09:00"
    old = herp.a_candidacy(stepUpdatedAt=then, terminatedAt=then)
    connected = Watermark.first(datetime(2026, 4, 1, tzinfo=UTC))
    with serving(herp.FakeHerp([old])) as served:
        polled = Herp(served.wire, herp.KEY, nobody).changes(connected, NOW, all_the_time)
    assert len(served.asked) == 1
    assert polled.events == ()
