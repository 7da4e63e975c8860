"""When a company's systems hear that its figures moved."""

from dataclasses import replace
from datetime import date

from shared.domain.ledger import Head
from shared.domain.news import formed, moved
from shared.domain.relay import Band, Direction, Named, Shown
from tests.support.builders import ACME

HEAD = Head(ACME, counted=12, granted=1)
ROW = Shown(Direction.TO, Band("software", "small"), 3)


def test_people_move_the_figures() -> None:
    assert moved(HEAD, replace(HEAD, counted=15))
    assert moved(HEAD, replace(HEAD, uncounted=3))


def test_what_becomes_of_a_credit_does_not() -> None:
    assert not moved(HEAD, replace(HEAD, seq=9, reserved=1, sealed_on=date(2026, 4, 1)))


def test_a_partner_is_news_once() -> None:
    more = Shown(ROW.direction, ROW.partner, 6)
    back = Shown(Direction.FROM, ROW.partner, 3)
    named = Shown(Direction.TO, Named("Globex"), 3)
    assert formed([], [ROW]) == [ROW]
    assert formed([ROW], [more, back, named]) == [back, named]
