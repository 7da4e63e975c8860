"""What happens on which day, beside that people come and are written to."""

from functools import partial
from typing import Final

from infra.local.story import beginning, desk, hiring
from infra.local.story.by_hand import Desk
from infra.local.story.calendar import (
    by_another_address,
    of_the_companys_domain,
    of_throw_away_address,
)
from infra.local.story.cast import APPLYING, Candidate
from infra.local.story.coming import burst
from infra.local.story.tale import Acts, Tale

ENGINEER, DESIGNER, SALES, OFFICE = "バックエンドエンジニア", "機械設計", "法人営業", "経理"
QUALITY: Final = "品質保証"
PARTNERS: Final = (10, 11, 12)
"""Whom あおぞら let go, and かわせみ takes."""
JOINS: Final = 26
"""Whom みなと let go, and あおぞら takes, free."""
SHOWN, ASKED = 34, 37
"""Whom かわせみ let go: あおぞら was shown the one, the other is asked."""
AGREED, ASKS = 46, 41
"""Whom みなと may be shown, and who wants to know who was shown what."""
READ: Final = {10: "よしだ いつき", 26: "かとう れん", 34: "さとう やまと", 37: "たなか さくら"}
"""How their names are read, as they said."""
EXTRA: Final = 90
"""The first number of those who are not simply somebody new."""


def comes(key: str, candidate: Candidate, tale: Tale) -> None:
    tale.comes(key, candidate)


def never_types(key: str, n: int, tale: Tale) -> None:
    tale.comes(key, Candidate.number(n), types=False)


def many_from_one_place(tale: Tale) -> None:
    """The last two of them are held."""
    candidates = [Candidate.number(EXTRA + 20 + n) for n in range(6)]
    for one in burst(candidates):
        tale.comes("aozora", one)


def accepts_whom_is_held(tale: Tale) -> None:
    desk.accepts(tale.world, desk.held(tale.world)[0])


def refuses_whom_is_held(tale: Tale) -> None:
    desk.refuses(tale.world, desk.held(tale.world)[0])


def takes_back(n: int, tale: Tale) -> None:
    desk.takes_back(tale.world, tale.registered[Candidate.number(n).email])


def erases(n: int, tale: Tale) -> None:
    desk.erases(tale.world, tale.id_of(n))


def lets_go(n: int, tale: Tale) -> None:
    desk.lets_go(tale.world, tale.id_of(n))


def writes(n: int, tale: Tale) -> None:
    desk.writes(tale.world, tale.id_of(n))


def talks(n: int, tale: Tale) -> None:
    desk.replies(tale.world, desk.writes(tale.world, tale.id_of(n)))


def says(n: int, answer: str, tale: Tale) -> None:
    desk.says_how_it_goes(tale.world, tale.id_of(n), answer)


def posts(key: str, title: str, openings: int, tale: Tale) -> None:
    tale.orders[title] = hiring.posts(tale.world, tale.made[key], title, openings)


def accepts(title: str, tale: Tale) -> None:
    hiring.accepts(tale.world, tale.orders[title])


def accepts_and_pays(title: str, tale: Tale) -> None:
    """A credit is put aside for it."""
    accepts(title, tale)
    hiring.reserves(tale.world, tale.orders[title])


def asks(title: str, n: int, tale: Tale) -> None:
    candidate = tale.id_of(n)
    tale.asked[candidate] = hiring.asks(tale.world, tale.orders[title], candidate)


def agrees_and_is_shown(title: str, n: int, tale: Tale) -> None:
    agrees(title, n, tale)
    candidate = tale.id_of(n)
    hiring.shows(tale.world, tale.orders[title], tale.asked[candidate])


def agrees(title: str, n: int, tale: Tale) -> None:
    candidate = tale.id_of(n)
    hiring.agrees(tale.world, candidate, tale.asked[candidate])


def goes(title: str, n: int, stage: str, tale: Tale) -> None:
    hiring.goes(tale.world, tale.orders[title], tale.asked[tale.id_of(n)], stage)


def agree_to_terms(tale: Tale) -> None:
    for made in tale.made.values():
        beginning.agrees_to_terms(tale.world, made.company)


def says_its_costs(key: str, tale: Tale) -> None:
    beginning.says_its_costs(tale.world, tale.made[key].company)


def shows_partners(key: str, tale: Tale) -> None:
    tale.world.as_(key, "PATCH", "/v1/company", {"shows_partners": True})


def notes(n: int, text: str, tale: Tale) -> None:
    desk.notes(tale.world, tale.id_of(n), text)


def proposes_a_credit(key: str, tale: Tale) -> None:
    desk.proposes_a_credit(tale.world, tale.made[key].company_id)


def another_company_applies(tale: Tale) -> None:
    company_id = beginning.applies(tale.world, APPLYING, "192.0.2.20")
    desk.finds_out(tale.world, company_id, "法人番号と所在地を確認。電話で採用の担当の方と話した。")


def works_by_hand(tale: Tale) -> None:
    by_hand = Desk.opened(tale.world)
    for n, reading in READ.items():
        by_hand.says_how_it_is_read(tale.id_of(n), reading)
    by_hand.is_asked_for_their_data(Candidate.number(ASKS))
    by_hand.hears_a_complaint()


ALSO: Final[dict[int, Acts]] = {
    112: [partial(never_types, "aozora", EXTRA)],
    98: [partial(comes, "minato", of_throw_away_address(EXTRA + 1))],
    84: [partial(comes, "minato", of_throw_away_address(EXTRA + 2))],
    70: [partial(comes, "kawasemi", Candidate.number(10))],  # known by another company
    42: [
        partial(comes, "minato", by_another_address(40)),
        partial(never_types, "kawasemi", EXTRA + 3),
    ],
    28: [partial(comes, "kawasemi", Candidate.number(13))],  # known by the same
    21: [many_from_one_place],
    14: [partial(comes, "aozora", of_throw_away_address(EXTRA + 4))],
    1: [partial(comes, "aozora", of_the_companys_domain(EXTRA + 6))],
    0: [partial(never_types, "minato", EXTRA + 5)],
}
"""In the morning."""
ACTS: Final[dict[int, Acts]] = {
    168: [partial(talks, 10), partial(talks, 13)],
    126: [
        partial(posts, "kawasemi", ENGINEER, 3),
        partial(accepts_and_pays, ENGINEER),
        partial(says, 12, "looking"),
    ],
    112: [
        *(partial(asks, ENGINEER, n) for n in PARTNERS),
        partial(posts, "aozora", DESIGNER, 1),
        partial(accepts_and_pays, DESIGNER),
    ],
    98: [
        *(partial(agrees_and_is_shown, ENGINEER, n) for n in PARTNERS),
        partial(asks, DESIGNER, JOINS),
        accepts_whom_is_held,
    ],
    84: [
        *(partial(goes, ENGINEER, n, "interviewing") for n in PARTNERS),
        partial(agrees_and_is_shown, DESIGNER, JOINS),
        refuses_whom_is_held,
    ],
    70: [
        *(partial(goes, ENGINEER, n, "joined") for n in PARTNERS[:2]),
        partial(goes, DESIGNER, JOINS, "interviewing"),
        *(partial(shows_partners, key) for key in ("aozora", "kawasemi")),
    ],
    56: [
        partial(goes, ENGINEER, PARTNERS[2], "joined"),
        partial(takes_back, 25),
        partial(says, 30, "found"),
    ],
    42: [partial(erases, 17), partial(lets_go, 20)],
    28: [
        partial(goes, DESIGNER, JOINS, "joined"),
        partial(posts, "aozora", QUALITY, 1),
        partial(accepts_and_pays, QUALITY),
    ],
    14: [partial(asks, QUALITY, SHOWN), agree_to_terms],
    7: [partial(agrees_and_is_shown, QUALITY, SHOWN), partial(talks, 36)],
    1: [
        partial(goes, QUALITY, SHOWN, "interviewing"),
        partial(says_its_costs, "aozora"),
        partial(asks, QUALITY, ASKED),
        partial(writes, ASKED),
        partial(posts, "minato", SALES, 2),
        partial(writes, ASKS),
        partial(notes, ASKED, "在宅勤務を週2日以上希望。面接は平日19時以降。"),
        partial(proposes_a_credit, "minato"),
        another_company_applies,
        works_by_hand,
    ],
    0: [
        partial(accepts, SALES),
        partial(asks, SALES, AGREED),
        partial(agrees, SALES, AGREED),
        partial(posts, "aozora", OFFICE, 1),
        partial(talks, 45),
    ],
}
"""In the afternoon."""
