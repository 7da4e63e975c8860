"""An application ends in one state, in whatever order and however often its events are heard."""

from collections.abc import Iterable
from datetime import timedelta
from functools import reduce
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.application_facts import fact
from shared.domain.application import Application, Life
from shared.domain.application_news import ignored
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.happening import Happening, Kind
from shared.domain.ids import ApplicationId, ConnectionId
from shared.domain.link import LinkState
from tests.support.builders import ACME, NOON

NEW = Application(ApplicationId("app_1"), ACME, ConnectionId("ats_1"), "265293", "c0ffee")
EVENTS = st.builds(
    Happening,
    kind=st.sampled_from(Kind),
    occurred_at=st.integers(0, 3).map(lambda hours: NOON + timedelta(hours=hours)),
    reason_kind=st.sampled_from(ReasonKind) | st.just(ReasonKind.COMPANY),
    stage=st.sampled_from(Stage),
    confidential=st.sampled_from([False, False, False, True]),
)
HISTORY = st.lists(EVENTS, max_size=8)


def after(events: Iterable[Happening]) -> Application:
    return reduce(applied, events, NEW)


@given(st.lists(EVENTS, max_size=4))
def test_every_order_ends_in_the_same_state(history: list[Happening]) -> None:
    assert {after(order) for order in permutations(history)} == {after(history)}


@given(HISTORY, st.data())
def test_hearing_again_changes_nothing(history: list[Happening], data: st.DataObject) -> None:
    more = data.draw(st.lists(st.sampled_from(history), max_size=8)) if history else []
    mixed = data.draw(st.permutations([*history, *more]))
    assert after(mixed) == after(history)


@given(HISTORY)
def test_erased_is_final_and_forgets(history: list[Happening]) -> None:
    end = after(history)
    if any(event.kind is Kind.ERASED for event in history):
        assert (end.life, end.application_ref, end.candidate_ref) == (Life.CLOSED, "", "")
        assert (end.rejected_at, end.created_at, end.stage) == (None, None, Stage.UNKNOWN)


@given(HISTORY)
def test_a_link_is_live_only_by_the_companys_own_last_word(history: list[Happening]) -> None:
    own = [e.at for e in history if e.kind is Kind.REJECTED and e.is_decision]
    undone = [e.at for e in history if e.kind is Kind.UNREJECTED]
    over = any(e.kind in (Kind.HIRED, Kind.ERASED, Kind.REMOVED) for e in history)
    secret = any(e.confidential for e in history)
    standing = bool(own) and (not undone or max(undone) < max(own))
    live = after(history).link_state is LinkState.ACTIVE
    assert live is (standing and not over and not secret)


@given(HISTORY)
def test_what_is_said_changed_something_and_names_nobody(history: list[Happening]) -> None:
    before = NEW
    for event in history:
        now = applied(before, event)
        if said := fact(before, now, event):
            assert now != before and ignored(before, event) is None
            assert not {"265293", "c0ffee"} & {*map(str, said.model_dump().values())}
        before = now
