"""May a candidate be asked, and what of it is kept."""

import pytest

from shared.domain.asking import blocks, referrer
from shared.domain.recommendation import FOLLOWS, Stage
from tests.support.builders import ACME, BOLT
from tests.support.recommending import a_file


@pytest.mark.parametrize("said", ["株式会社ボルト", "ボルト", "（株）ボルト", "ﾎﾞﾙﾄ", " ボ ル ト "])
def test_a_company_is_known_however_the_candidate_wrote_it(said: str) -> None:
    assert blocks(a_file(blocked=(said,)), "株式会社ボルト")


@pytest.mark.parametrize("said", ["株式会社", "ボルトン工業", "", " "])
def test_another_company_is_not_blocked(said: str) -> None:
    assert not blocks(a_file(blocked=(said,)), "株式会社ボルト")


def test_the_first_who_let_them_go_is_the_one_who_referred_them() -> None:
    assert referrer(a_file(let_go_by=(ACME, BOLT)), BOLT) == ACME
    assert referrer(a_file(let_go_by=(BOLT,)), BOLT) is None


def test_nobody_is_shown_who_did_not_say_yes() -> None:
    before = {stage for stage, next_ones in FOLLOWS.items() if Stage.RECOMMENDED in next_ones}
    assert before == {Stage.CONSENTED}


def test_only_who_was_shown_can_join_and_only_who_joined_can_leave() -> None:
    shown = {Stage.RECOMMENDED, Stage.INTERVIEWING, Stage.OFFERED}
    assert {s for s, after in FOLLOWS.items() if Stage.JOINED in after} == shown
    assert {s for s, after in FOLLOWS.items() if Stage.LEFT in after} == {Stage.JOINED}
