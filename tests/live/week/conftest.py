"""A week at the agency's desk, told once, a day on the day before. A chapter's fixtures do what its
tests look at.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from infra.local.story.cast import Member
from shared.settings import CLOCK_FILE
from tests.live.story.guise import DESK, WIDE, Guise
from tests.live.story.looking import PICTURES
from tests.live.week import after, friday, monday, thursday, tuesday, wednesday
from tests.live.week.after import After
from tests.live.week.cast import ADVISER, MANAGER, OTHER
from tests.live.week.colleague import Colleague
from tests.live.week.days import TUESDAY
from tests.live.week.friday import Friday
from tests.live.week.monday import Monday
from tests.live.week.thursday import Thursday
from tests.live.week.tuesday import Tuesday
from tests.live.week.wednesday import Wednesday
from tests.live.week.week import Week
from tests.support.live import free_port, relay

type Sits = Callable[[Member, Guise], Colleague]
LONG_S = 900
"""A day of the week, and the start before it, where a machine has more to do."""


@pytest.hookimpl(tryfirst=True)  # before xdist reads them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(LONG_S))


@pytest.fixture(scope="package")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    """A relay of its own: its days are not those of the other tests."""
    folder = tmp_path_factory.mktemp("week")
    with relay(folder / "relay", free_port()) as live, pytest.MonkeyPatch.context() as told:
        week = Week.of(live)
        told.setitem(os.environ, CLOCK_FILE, str(week.days.file))
        with week.days.told():
            week.days.turn(TUESDAY, 9)
            for member in (MANAGER, ADVISER, OTHER):
                week.hires(member)
            yield week


@pytest.fixture(scope="package")
def sits(week: Week, browser: Browser) -> Iterator[Sits]:
    shutil.rmtree(PICTURES / "week", ignore_errors=True)
    opened, places, looked_at = list[Colleague](), count(1), set[str]()

    def sits(member: Member, guise: Guise) -> Colleague:
        whence, email = f"198.18.2.{next(places)}", member.email
        who = f"week/{email.partition('@')[0]}"
        args = (week.live, browser, who, guise, looked_at)
        opened.append(Colleague(*args, email=email, visitor=whence))
        opened[-1].name = member.name
        return opened[-1]

    yield sits
    for colleague in opened:
        colleague.ends()


@pytest.fixture(scope="package")
def manager(sits: Sits) -> Colleague:
    return sits(MANAGER, Guise("ja", WIDE))


@pytest.fixture(scope="package")
def adviser(sits: Sits) -> Colleague:
    return sits(ADVISER, Guise("ja", DESK))


@pytest.fixture(scope="package")
def other(sits: Sits) -> Colleague:
    """The other adviser, who reads English."""
    return sits(OTHER, Guise("en", DESK))


@pytest.fixture(scope="package")
def on_tuesday(week: Week, manager: Colleague, adviser: Colleague) -> Tuesday:
    return tuesday.tell(week, manager, adviser)


@pytest.fixture(scope="package")
def on_wednesday(
    week: Week, adviser: Colleague, other: Colleague, on_tuesday: Tuesday
) -> Wednesday:
    return wednesday.tell(week, adviser, other)


@pytest.fixture(scope="package")
def on_thursday(
    week: Week, adviser: Colleague, other: Colleague, on_wednesday: Wednesday
) -> Thursday:
    return thursday.tell(week, adviser, other)


@pytest.fixture(scope="package")
def on_friday(week: Week, adviser: Colleague, on_thursday: Thursday) -> Friday:
    return friday.tell(week, on_thursday, adviser)


@pytest.fixture(scope="package")
def on_monday(week: Week, adviser: Colleague, on_friday: Friday) -> Monday:
    return monday.tell(week, adviser)


@pytest.fixture(scope="package")
def after_it(week: Week, manager: Colleague, on_monday: Monday) -> After:
    """All of the week has happened."""
    return after.tell(week, manager)
