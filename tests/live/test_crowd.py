"""Many people at once, each impatient: one credit each, never more."""

from concurrent.futures import ThreadPoolExecutor

import httpx

from infra.local.visit import until
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.live_company import LiveCompany, a_new_company
from tests.support.person import Person


def twice(pool: ThreadPoolExecutor, person: Person, link: str) -> None:
    """Every request sent two times at once, every code typed two times at once."""
    both = list(pool.map(lambda _: person.register(link), range(2)))
    codes = until(lambda: codes_of(person, 2), f"two codes for {person.email} never came", 60)
    tries = [(reg, code) for reg in both for code in codes for _ in range(2)]
    answers = list(pool.map(lambda t: person.verify(*t), tries))
    assert {a.status_code for a in answers} <= {200, 422, 410}
    for reg in both:
        done = [a for a, (r, _) in zip(answers, tries, strict=True) if r == reg]
        assert sum(a.status_code == httpx.codes.OK for a in done) == 2


def codes_of(person: Person, wanted: int) -> list[str] | None:
    mails = person.relay.mails_to(person.email)
    codes = [m["subject"].split(": ")[1][:6] for m in mails if m["subject"].startswith("確認")]
    return codes if len(codes) == wanted else None


def handed_on(company: LiveCompany, people: int) -> None:
    def all_counted() -> bool:
        return bool(company.exact()["counted"] == people)

    until(all_counted, f"{company.exact()} never came to {people}", 60)


def test_thirteen_at_one_and_twelve_at_another_earn_one_credit_each(live: Live) -> None:
    one, other = a_new_company(live, "thirteen"), a_new_company(live, "twelve")
    links = [one.link("a"), one.link("b"), other.link("c")]
    crowd = [(next_person(live), links[n % 2] if n < 13 else links[2]) for n in range(25)]
    with ThreadPoolExecutor(16) as outer, ThreadPoolExecutor(16) as inner:
        list(outer.map(lambda who: twice(inner, *who), crowd))

    handed_on(one, 13)
    handed_on(other, 12)
    until(lambda: one.knows("/v1/progress")["counted"] == 13, "thirteen never showed", 30)
    until(lambda: other.knows("/v1/progress")["counted"] >= 10, "ten never showed", 30)
    for company in (one, other):
        assert [c["number"] for c in company.credits()] == [1]
        grants = [e for e in company.entries() if e["kind"] == "grant"]
        assert len(grants) == 1
    assert other.knows("/v1/progress")["counted"] == 10, "12 shows as 10: two are too few to show"


def test_a_person_two_companies_sent_counts_for_the_first_verified(live: Live) -> None:
    first, second = a_new_company(live, "first"), a_new_company(live, "second")
    person = next_person(live)
    person.is_handed_on(first.link())
    again = Person(live.visit, person.email.upper(), person.number)
    answer = again.verify(again.register(second.link()), again.code())
    assert answer.json() == {"status": "registered"}, "the same answer for everybody"
    until(lambda: first.exact()["counted"] == 1, "the first never counted", 20)
    assert second.exact()["counted"] == 0
