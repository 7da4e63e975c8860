"""What anybody may read, and the agency's people up to their door."""

import pyotp
import pytest

from infra.local.seed import invoke
from shared.domain.seat import CompanyRole
from shared.pages.texts import PATHS
from tests.live.story.conftest import Comes
from tests.live.story.guise import PHONE, Guise
from tests.live.story.reader import Reader
from tests.support.live import Live

pytestmark = pytest.mark.browser
MANAGER = "manager@agency.example"


@pytest.fixture(scope="module")
def anybody(comes: Comes) -> Reader:
    return comes("everybody", Guise("ja", PHONE, script=False))


@pytest.mark.parametrize("path", ["/", "/apply", "/apply?done=1", *PATHS.values(), "/sign-in"])
def test_a_public_page_is_good_for_every_reader(anybody: Reader, path: str) -> None:
    anybody.reads(path)


def test_the_landing_page_is_good_for_every_reader(anybody: Reader, link_url: str) -> None:
    anybody.reads(link_url)


def test_a_manager_chooses_a_seat_and_proves_it_with_a_device(
    comes: Comes, live: Live, owner: Reader
) -> None:
    asked = {"kind": "agency", "member": {"email": MANAGER, "name": "花子", "role": "manager"}}
    invoke(live.clients, live.stack["IssueKeyFunction"], asked)
    owner.invites(MANAGER, "花子", CompanyRole.VIEWER)
    manager = comes("agency", Guise(), MANAGER)
    page = manager.signs_in()
    assert "/sign-in/seat" in page.url
    page.locator("label.box").last.click()
    manager.presses()
    manager.types(code="000000")
    manager.presses(status=422)
    manager.types(code=pyotp.TOTP(page.locator("dl code").inner_text().replace(" ", "")).now())
    manager.presses()
    assert page.locator("ol code").count() == 10
