"""A visit opens a link; who visits is a figure, and a figure may be lost."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from functions.click.flow import Visitor, click
from shared.domain.errors import LinkNotFound
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Visit
from tests.support.builders import ACME, NOON, a_doorway, a_link
from tests.support.stores import Stores

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"


@dataclass
class FakeClicks:
    broken: bool = False
    seen: list[tuple[LinkId, Visit, datetime]] = field(default_factory=list)

    def count(self, company_id: CompanyId, link_id: LinkId, visit: Visit, at: datetime) -> None:
        if self.broken:
            raise OSError("the table is away")
        assert company_id == ACME
        self.seen.append((link_id, visit, at))


@dataclass
class Lost:
    times: int = 0

    def __call__(self) -> None:
        self.times += 1


def visit(
    stores: Stores, clicks: FakeClicks, lost: Lost, visitor: Visitor, slug: str = "acme-link"
) -> Doorway:
    stores.links.add(a_link(), a_doorway())
    return click(Slug(slug), visitor, doorways=stores.links, clicks=clicks, lost=lost, now=NOON)


@pytest.mark.parametrize(
    ("method", "agent", "kind"),
    [
        ("GET", IPHONE, "human"),
        ("HEAD", IPHONE, "suspected_bot"),
        ("GET", "", "suspected_bot"),
        ("GET", "Mozilla/5.0 (compatible; Googlebot/2.1)", "suspected_bot"),
        ("GET", "Barracuda Sentinel (EE)", "suspected_bot"),
        ("GET", "Mozilla/5.0 HeadlessChrome/140.0", "suspected_bot"),
        ("GET", "python-requests/2.32", "suspected_bot"),
    ],
)
def test_a_visitor_is_what_it_says_it_is(method: str, agent: str, kind: Visit) -> None:
    assert Visitor(method, agent).kind == kind


def test_a_visit_is_counted_on_its_link_and_opens_it(stores: Stores) -> None:
    clicks, lost = FakeClicks(), Lost()
    assert visit(stores, clicks, lost, Visitor("GET", IPHONE)) == a_doorway()
    assert (clicks.seen, lost.times) == ([(a_link().link_id, "human", NOON)], 0)


def test_a_scanner_is_kept_and_told_apart(stores: Stores) -> None:
    clicks = FakeClicks()
    visit(stores, clicks, Lost(), Visitor("HEAD", IPHONE))
    assert [kind for _, kind, _ in clicks.seen] == ["suspected_bot"]


def test_a_visit_that_cannot_be_counted_still_opens_the_link(stores: Stores) -> None:
    lost = Lost()
    broken = FakeClicks(broken=True)
    assert visit(stores, broken, lost, Visitor("GET", IPHONE)) == a_doorway()
    assert lost.times == 1


def test_an_unknown_slug_counts_no_visit(stores: Stores) -> None:
    clicks = FakeClicks()
    with pytest.raises(LinkNotFound):
        visit(stores, clicks, Lost(), Visitor("GET", IPHONE), slug="nobody")
    assert clicks.seen == []
