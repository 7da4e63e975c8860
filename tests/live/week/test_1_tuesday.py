"""Who asks to take part is let in by a manager alone, and then people count for them."""

import pytest

from infra.local.visit import until
from tests.live.story.firm import LONG_S
from tests.live.week.cast import ASAHI, COMPANIES, HIKARI, YAMATO
from tests.live.week.colleague import Colleague
from tests.live.week.tuesday import Tuesday
from tests.live.week.week import Week


def test_the_queue_names_who_waits_to_be_let_in(on_tuesday: Tuesday) -> None:
    assert set(on_tuesday.waited) == {one.name for one in COMPANIES}


@pytest.mark.usefixtures("on_tuesday")
def test_each_company_is_told_that_it_is_let_in(week: Week) -> None:
    for one in COMPANIES:
        subjects = [mail["subject"] for mail in week.live.visit.mails_to(one.email)]
        assert "キャリアリレーへのご参加が承認されました" in subjects


@pytest.mark.usefixtures("on_tuesday")
def test_who_came_counts_and_the_tenth_is_a_credit(week: Week) -> None:
    counted = [week.of_company(one).exact()["counted"] for one in (ASAHI, HIKARI, YAMATO)]
    assert counted == [12, 2, 4]
    credit = until(week.of_company(ASAHI).credits, "no credit came", LONG_S)
    assert [one["state"] for one in credit] == ["available"]


def test_what_an_adviser_may_not_do_names_who_may(on_tuesday: Tuesday) -> None:
    assert "マネージャーの方へご相談ください" in on_tuesday.refused


def test_what_an_adviser_tried_is_in_the_log(manager: Colleague, on_tuesday: Tuesday) -> None:
    page = manager.opens("/agency/audit")
    assert page.get_by_text(f"POST {on_tuesday.tried}").count() == 1
