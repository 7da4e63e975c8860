"""One company's whole life, step by step over the stores, against its figures kept on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from functions.grant.flow import grant
from functions.seal.flow import seal
from shared.contracts.events import (
    CreditAdjusted,
    CreditGranted,
    CreditReleased,
    CreditRestored,
    Event,
    MilestoneReached,
    ReferralCounted,
)
from shared.counting import settle
from shared.domain.credit import Lot
from shared.domain.difference import differences
from shared.domain.entry import GENESIS
from shared.domain.errors import AlreadyDecided, AlreadyPosted, NoCreditAvailable, StateForbids
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.registration import Registration
from shared.domain.rules import FIRST
from shared.programme import Kept
from tests.properties.plain import Paper
from tests.support.acts import count, let_in, person
from tests.support.builders import ACME, NOON, PROGRAMME
from tests.support.fakes.memory import Memory
from tests.support.redeeming import Desk
from tests.support.reversing import commit, decided
from tests.support.stores import in_memory
from tests.support.turns import at_once

SETTLING = (CreditReleased, CreditRestored, CreditAdjusted)
ACTS = ["consume", "expire", "release", "restore", "take"]


class LifeOfCredits(RuleBasedStateMachine):
    @initialize(people=st.sampled_from([35, 20, 10, 9, 0]))
    def opens(self, people: int) -> None:
        self.memory, self.paper = Memory(), Paper()
        self.stores, self.now, self.programme = in_memory(self.memory), NOON, Kept()
        self.counted, self.reversed = list[Registration](), list[Registration]()
        self.names = iter(range(10**6))
        self.read, self.chained, self.contended = 0, GENESIS, 0
        at_once.start()
        let_in(self.stores)
        self.people_register(people)
        self.the_newest_facts_are_delivered()

    @property
    def desk(self) -> Desk:
        return Desk(self.stores, ACME, self.programme, self.now)

    @property
    def head(self) -> Head:
        return self.memory.heads[ACME]

    @rule(people=st.integers(1, 12))
    def people_register(self, people: int) -> None:
        for _ in range(people):
            self.counted.append(count(self.stores, f"p{next(self.names)}", at=self.now))
            self.paper.register()

    @precondition(lambda self: self.counted or self.reversed)
    @rule(data=st.data())
    def a_verification_comes_again(self, data: st.DataObject) -> None:
        made = data.draw(st.sampled_from(self.counted + self.reversed))
        name = made.registration_id.split("_")[1]
        try:
            settle(
                made,
                person(name),
                referrals=self.stores.referrals,
                programme=PROGRAMME,
                now=self.now,
            )
        except AlreadyDecided:
            return
        raise AssertionError("it has its verdict")

    @precondition(lambda self: self.counted)
    @rule(data=st.data(), times=st.sampled_from([12, 3, 1]))
    def counts_are_taken_back(self, data: st.DataObject, times: int) -> None:
        for _ in range(min(times, len(self.counted))):
            self.one_is_taken_back(data.draw(st.sampled_from(self.counted)))

    def one_is_taken_back(self, made: Registration) -> None:
        commit(self.stores, made.registration_id, decided(self.stores))
        self.counted.remove(made)
        self.reversed.append(made)
        self.paper.reverse()

    @precondition(lambda self: self.counted)
    @rule(debt=st.sampled_from([3, 1, 10, 12]))
    def it_comes_to_owe(self, debt: int) -> None:
        """Nothing is free, and more is taken back than was over."""
        self.every_credit_is_spent()
        while self.counted and self.paper.over > -debt:
            self.one_is_taken_back(self.counted[-1])

    @precondition(lambda self: self.reversed)
    @rule(data=st.data())
    def a_reversal_comes_again(self, data: st.DataObject) -> None:
        made = data.draw(st.sampled_from(self.reversed))
        if self.paper.people == 0:
            return
        try:
            commit(self.stores, made.registration_id, decided(self.stores))
        except AlreadyDecided:
            return
        raise AssertionError("it was reversed before")

    @precondition(lambda self: self.heard())
    @rule(data=st.data(), times=st.integers(1, 4))
    def facts_are_delivered(self, data: st.DataObject, times: int) -> None:
        """In whatever order, however often, however late."""
        for _ in range(times):
            self.deliver(data.draw(st.sampled_from(self.heard())))

    @rule()
    def the_newest_facts_are_delivered(self) -> None:
        self.contended = 0
        for fact in self.heard()[-15:]:
            self.deliver(fact)

    def heard(self) -> list[Event]:
        kinds = (MilestoneReached, ReferralCounted, CreditGranted, *SETTLING)
        return [event for event in self.memory.events if isinstance(event, kinds)]

    def deliver(self, fact: Event) -> None:
        ledgers, rules, now = self.stores.ledgers, self.programme, self.now
        with self.others_writing():
            if isinstance(fact, MilestoneReached):
                grant(fact, f"crd_{fact.number}", ledgers=ledgers, programme=rules, now=now)
                self.paper.grant(fact.number, now)
            elif isinstance(fact, SETTLING):
                self.desk.settle()
                self.paper.settle()
            else:
                seal(ACME, ledgers=ledgers, programme=rules, now=now)

    @contextmanager
    def others_writing(self) -> Iterator[None]:
        """The next commits meet somebody else's."""
        self.memory.conflicts, self.contended = self.contended, 0
        try:
            yield
        finally:
            self.memory.conflicts = 0

    @rule()
    def a_credit_is_reserved(self) -> None:
        credit = self.paper.soonest(self.now)
        try:
            with self.others_writing():
                lot = self.desk.reserve()
        except NoCreditAvailable:
            assert credit is None
        else:
            assert credit is not None and lot.number == credit.number
            self.paper.reserve(credit)

    @precondition(lambda self: self.paper.free())
    @rule()
    def every_credit_is_spent(self) -> None:
        while self.paper.soonest(self.now):
            self.a_credit_is_reserved()
        for number, credit in self.paper.credits.items():
            if credit.state == "reserved" and number % 2 == 0:
                self.an_act_on_a_credit("consume", number)

    @precondition(lambda self: self.paper.credits)
    @rule(data=st.data(), act=st.sampled_from(ACTS))
    def any_act_on_any_credit(self, data: st.DataObject, act: str) -> None:
        self.an_act_on_a_credit(act, data.draw(st.sampled_from(sorted(self.paper.credits))))

    @precondition(lambda self: self.lawful_acts())
    @rule(data=st.data(), times=st.sampled_from([6, 3, 1]))
    def acts_that_are_lawful(self, data: st.DataObject, times: int) -> None:
        """The kind first: the seldom ones are to happen as often as the others."""
        for _ in range(times):
            if acts := self.lawful_acts():
                kind = data.draw(st.sampled_from(sorted({act for act, _ in acts})))
                numbers = [number for act, number in acts if act == kind]
                self.an_act_on_a_credit(kind, data.draw(st.sampled_from(numbers)))

    def lawful_acts(self) -> list[tuple[str, int]]:
        every = ((act, number) for act in ACTS for number in sorted(self.paper.credits))
        return [(act, number) for act, number in every if self.paper.may(act, number, self.now)]

    def an_act_on_a_credit(self, act: str, number: int) -> None:
        may = self.paper.may(act, number, self.now)
        try:
            with self.others_writing():
                lot: Lot = getattr(self.desk, act)(number)
        except (StateForbids, AlreadyPosted):
            assert not may
        else:
            assert may and lot.number == number
            self.paper.act(act, number, self.now)

    @rule()
    def a_credit_is_given(self) -> None:
        with self.others_writing():
            self.desk.give(f"adj_{next(self.names)}")
        self.paper.give(self.now)

    @rule(days=st.sampled_from([20, 800, 1, 90]))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(months=st.integers(1, 36), days=st.integers(1, 120))
    def the_rules_change(self, months: int, days: int) -> None:
        version = len(self.programme.versions) + 2
        new = replace(
            FIRST,
            version=version,
            effective_from=self.now,
            credit_months=months,
            restored_days=days,
        )
        self.programme = Kept((*self.programme.versions, new))
        self.paper.months, self.paper.back_for = months, days

    @rule(times=st.integers(1, 3))
    def somebody_else_writes_meanwhile(self, times: int) -> None:
        self.contended = times

    @invariant()
    def the_tally_is_what_the_paper_says(self) -> None:
        paper, tally = self.paper, self.memory.tallies[ACME]
        r, debt = max(paper.over, 0), max(-paper.over, 0)
        assert tally == Tally(ACME, True, paper.people, r, paper.reached, paper.gone, debt)
        assert tally.lawful

    @invariant()
    def the_credits_are_those_on_the_paper(self) -> None:
        are = [
            (lot.number, lot.state.value, lot.turn, lot.expires_at)
            for lot in self.memory.lots.get(ACME, [])
        ]
        should = [(c.number, c.state, c.turn, c.until) for c in self.paper.credits.values()]
        assert sorted(are) == sorted(should)

    @invariant()
    def balances_are_the_credits_there_are(self) -> None:
        states = [credit.state for credit in self.paper.credits.values()]
        head = self.head
        assert (head.available, head.reserved_now) == (
            states.count("available"),
            states.count("reserved"),
        )
        assert head.lawful and head.net <= self.paper.people

    @invariant()
    def what_is_new_in_the_ledger_chains(self) -> None:
        entries = self.memory.entries.get(ACME, [])
        for entry in entries[self.read :]:
            assert (entry.seq, entry.prev_hash) == (self.read + 1, self.chained)
            assert entry.hash == entry.digest()
            self.read, self.chained = entry.seq, entry.hash
        assert (self.head.seq, self.head.hash) == (self.read, self.chained)

    def teardown(self) -> None:
        """When all was delivered the books add up, and nothing waits."""
        if not hasattr(self, "memory"):
            return
        for fact in [*self.heard(), *self.heard()]:
            self.deliver(fact)
        self.add_up()
        at_once.stop()

    def add_up(self) -> None:
        entries = self.memory.entries.get(ACME, [])
        names = [entry.entry_id for entry in entries]
        assert len(set(names)) == len(names)
        for kind, times in self.paper.said.items():
            assert sum(abs(e.amount) for e in entries if e.kind == kind) == times
        assert not self.paper.waiting and self.paper.people - self.head.net < 3
        assert self.head.milestones == self.paper.reached - self.paper.gone
        assert self.paper.over >= 0 or not self.paper.free()
        read = self.stores.books.read(ACME, self.now)
        assert read is not None and differences(*read) == []


NIGHTLY = settings.get_current_profile_name() == "nightly"
LifeOfCredits.TestCase.settings = settings(
    max_examples=2_000 if NIGHTLY else 200,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestTheLifeOfCredits = LifeOfCredits.TestCase
