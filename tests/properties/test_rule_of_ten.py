"""The laws of the rule of ten and its ledger, over every order things can happen in."""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shared.domain import ledger
from shared.domain.books import Figures, Grounds, Reached
from shared.domain.credit import Lot, LotState, expiry
from shared.domain.entry import GENESIS, Entry
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Tally, counting, reached
from shared.domain.rebuild import placed, rebuilt
from shared.domain.reversal import reverse
from shared.domain.rules import FIRST, PUBLISH_STEP
from tests.support.builders import ACME, NOON, TODAY


def a_lot(number: int, state: LotState) -> Lot:
    spent = ("job", 1) if state is LotState.CONSUMED else (None, 0)
    return Lot(f"crd_{number}", ACME, number, state, NOON, expiry(NOON, FIRST), *spent)


@dataclass
class Company:
    """One company's tally, milestones, credits and ledger, kept by the domain alone."""

    tally: Tally = field(default_factory=lambda: Tally(ACME))
    head: Head = field(default_factory=lambda: Head(ACME))
    waiting: list[int] = field(default_factory=list)
    credits: dict[int, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def post(self, posting: Posting | None) -> None:
        if posting is not None:
            assert posting.before == self.head
            self.head = posting.after
            self.entries += posting.entries

    def available(self) -> list[int]:
        return [number for number, state in self.credits.items() if state == "available"]

    def grounds(self) -> Grounds:
        """What happened, as registrations, milestones and entries tell it."""
        milestones = (self.milestone(number) for number in range(1, self.tally.g + 1))
        counted = (NOON,) * self.tally.n
        return Grounds(ACME, True, None, counted, tuple(milestones), tuple(self.entries))

    def milestone(self, number: int) -> Reached:
        if number in self.credits:
            until = expiry(NOON, FIRST)
            return Reached(number, "granted", NOON, f"crd_{number}", NOON, until)
        return Reached(number, "reached" if number in self.waiting else "withdrawn", NOON)

    def lots(self, *states: str) -> list[Lot]:
        return [
            a_lot(number, LotState(state))
            for number, state in sorted(self.credits.items())
            if state in (states or tuple(LotState))
        ]

    def figures(self) -> Figures:
        lots = self.lots()
        posted = {entry.entry_id: entry.seq for entry in self.entries}
        return Figures(self.tally, self.head, tuple(lots), posted, placed(lots))


class Relay(RuleBasedStateMachine):
    @initialize()
    def opens(self) -> None:
        self.company = Company()
        self.counted = 0
        self.reversed = 0

    @rule(people=st.integers(1, 25))
    def people_are_counted(self, people: int) -> None:
        company = self.company
        for _ in range(people):
            step = counting(company.tally)
            assert step is not None and step.holds(company.tally)
            milestone = reached(step, company.tally)
            company.tally = step.take(company.tally)
            company.waiting += [milestone.number] if milestone else []
        self.counted += people

    @rule()
    def the_ledger_is_sealed(self) -> None:
        self.company.post(
            ledger.seal(self.company.head, self.company.tally.n, on=TODAY, rules=FIRST)
        )

    @precondition(lambda self: self.company.waiting)
    @rule(data=st.data())
    def a_milestone_is_granted(self, data: st.DataObject) -> None:
        """In whatever order the bus delivers them."""
        number = data.draw(st.sampled_from(self.company.waiting))
        self.company.waiting.remove(number)
        self.company.post(ledger.grant(self.company.head, number, on=TODAY, rules=FIRST))
        self.company.credits[number] = "available"

    @precondition(lambda self: self.company.available())
    @rule(data=st.data())
    def a_credit_is_spent(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self.company.available()))
        lines: list[ledger.Line] = [
            (f"reserve:{number}:1:job", "reserve", 1),
            (f"consume:{number}:1", "consume", 1),
        ]
        self.company.post(ledger.post(self.company.head, lines, on=TODAY, rules=FIRST))
        self.company.credits[number] = "consumed"

    @precondition(lambda self: self.company.tally.n > 0)
    @rule()
    def a_count_is_taken_back(self) -> None:
        company = self.company
        reversal = reverse(
            company.tally,
            company.head,
            waiting=company.waiting,
            available=company.lots("available"),
            on=TODAY,
            rules=FIRST,
        )
        assert reversal.step.holds(company.tally)
        company.tally = reversal.step.take(company.tally)
        company.post(reversal.posting)
        if reversal.milestone is not None:
            company.waiting.remove(reversal.milestone)
        if reversal.credit is not None:
            company.credits[reversal.credit.number] = "voided"
        self.reversed += 1

    @invariant()
    def the_tally_is_lawful_and_counts_everybody_once(self) -> None:
        assert self.company.tally.lawful
        assert self.company.tally.n == self.counted - self.reversed

    @invariant()
    def the_ledger_is_lawful_and_never_ahead_of_the_count(self) -> None:
        head = self.company.head
        assert head.lawful
        assert head.net <= self.company.tally.n
        assert head.available == len(self.company.available()) >= 0

    @invariant()
    def totals_are_what_the_entries_add_up_to(self) -> None:
        sums = dict.fromkeys(("count", "uncount", "grant", "void", "consume", "carry_deficit"), 0)
        for entry in self.company.entries:
            if entry.kind in sums:
                sums[entry.kind] += entry.amount
        head = self.company.head
        totals = (head.counted, head.uncounted, head.granted, head.voided, head.consumed)
        assert tuple(sums.values()) == (*totals, head.deficit)

    @invariant()
    def figures_made_anew_are_the_figures_kept(self) -> None:
        assert rebuilt(self.company.grounds()) == self.company.figures()

    @invariant()
    def the_chain_holds_and_no_reason_is_posted_twice(self) -> None:
        before = GENESIS
        for seq, entry in enumerate(self.company.entries, start=1):
            assert (entry.seq, entry.prev_hash, entry.hash) == (seq, before, entry.digest())
            before = entry.hash
        assert len({entry.entry_id for entry in self.company.entries}) == len(self.company.entries)

    @invariant()
    def figures_a_company_sees_move_in_steps(self) -> None:
        """Except for a milestone, and for counts pushed out by a reversal."""
        if self.reversed == 0:
            for entry in self.company.entries:
                if entry.kind == "count" and entry.amount < PUBLISH_STEP:
                    following = self.company.entries[entry.seq]
                    assert following.kind == "grant"

    def teardown(self) -> None:
        """When everything has been delivered, credits are exactly what the counts earned."""
        company = self.company
        for number in list(company.waiting):
            company.waiting.remove(number)
            company.post(ledger.grant(company.head, number, on=TODAY, rules=FIRST))
            company.credits[number] = "available"
        company.post(ledger.seal(company.head, company.tally.n, on=TODAY, rules=FIRST))
        assert company.head.lawful
        assert 0 <= company.tally.n - company.head.net < PUBLISH_STEP
        milestones = company.tally.g - company.tally.w
        assert company.head.milestones == milestones
        if self.reversed == 0:
            assert len(company.credits) == self.counted // 10


Relay.TestCase.settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
TestTheRuleOfTen = Relay.TestCase
