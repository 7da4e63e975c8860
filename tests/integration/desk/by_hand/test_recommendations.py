"""From a question to a hire by hand: what a button does is said before, and once."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import RecommendationId
from shared.domain.job_order import JobOrderState
from shared.domain.locale import Locale
from shared.domain.member import Role
from shared.domain.recommendation import Item, Recommendation, Side, Stage
from shared.domain.tokyo import day
from shared.table import file_item, job_order_item, keys, recommendation_item
from shared.table.recommendations import Recommendations
from tests.support.acts import let_in
from tests.support.builders import BOLT, NOON
from tests.support.counting import Counted
from tests.support.desk import AtDesk, at_desk, desk_over
from tests.support.desk import Desk as Agency
from tests.support.ordering import let_in_with_credits
from tests.support.recommending import ADA, JOB, REC, Desk, a_file, an_order
from tests.support.table import fresh_table

ORDER = f"/agency/companies/{BOLT}/job-orders/{JOB}"
ASK = f"{ORDER}/ask"
ONE = f"{ORDER}/recommendations/{REC}"
NOW = datetime.now(UTC)
TODAY = day(NOW)
ITEMS = {"item-name": "on", "item-summary": "on"}
MARK = "この企業が、以前に採用しなかった方"
WORDS = {"summary": "よく聴く人です。"}


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def agency(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Agency:
    return desk_over(fresh_table(counted.client), monkeypatch)


@pytest.fixture
def desk(agency: Agency) -> Desk:
    """Two companies, an accepted order of BOLT's with a credit to come, and Ada of ACME's."""
    let_in(agency.stores)
    let_in_with_credits(agency.stores, 1, BOLT)
    made = Desk(agency.table)
    made.posts(an_order())
    made.files(a_file())
    return made


@pytest.fixture
def hanako(desk: Desk) -> AtDesk:
    return at_desk(desk.table)


def seen(page: str) -> str:
    found = re.search(r'name="seen" value="([0-9]+)"', page)
    assert found
    return found[1]


def changed(desk: Desk, **values: Any) -> None:
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=values, add={"version": 1}))


def acts(agency: Agency) -> list[tuple[str, str]]:
    """Without who opened a file."""
    noted = [(act["what"], act["who"]) for act in agency.knows("/audit-log")["items"]]
    return [one for one in noted if one[0] != "candidate.open"]


def read(counted: Counted) -> list[str]:
    """What was asked for, without the note that a file was opened."""
    return [what for what in counted.since() if what != "TransactWriteItems"]


def test_the_whole_walk_by_hand(desk: Desk, hanako: AtDesk, agency: Agency) -> None:
    assert ONE not in hanako.reads(ORDER)[1] and ASK in hanako.reads(ORDER)[1]
    page = hanako.reads(f"{ASK}?candidate={ADA}")[1]
    assert "Ada" in page and 'value="on" checked' in page
    first, second = (
        hanako.sends(ASK, once="w", candidate_id=ADA, note="強い", **ITEMS) for _ in range(2)
    )
    assert first == second and first[0] == 303
    where = first[1].partition("?")[0]
    rec = RecommendationId(where.rpartition("/")[2])
    assert "メールを送ります" in hanako.reads(first[1])[1] and "強い" in hanako.reads(where)[1]
    desk.answers(rec=rec, at=NOW)
    assert where in hanako.reads("/agency/recommendations")[1]
    read = seen(hanako.reads(where)[1])
    assert hanako.sends(f"{where}/hand-over", seen=read, **ITEMS, **WORDS)[0] == 303
    assert where not in hanako.reads("/agency/recommendations")[1]
    page = hanako.reads(where)[1]
    assert "よく聴く人です。" in page
    for stage in ("interviewing", "offered"):
        assert hanako.sends(f"{where}/outcome", stage=stage) == (303, f"{where}?done={stage}")
    joined = {"stage": "joined", "on": f"{TODAY}", "seen": "0"}
    assert hanako.sends(f"{where}/outcome", **joined)[0] == 303
    left = {"stage": "left", "on": f"{TODAY}", "fault": "candidate"}
    assert hanako.sends(f"{where}/outcome", **left)[0] == 303
    assert [what for what, _ in acts(agency)] == [
        f"recommendation.{what}"
        for what in ("left", "joined", "offered", "interviewing", "recommend", "ask")
    ]
    assert {who for _, who in acts(agency)} == {hanako.person}


def test_who_is_asked_is_chosen_among_those_waiting_or_by_id(desk: Desk, hanako: AtDesk) -> None:
    grace = a_file("grace", contact_by=NOON)
    desk.files(grace)
    page = hanako.reads(ASK)[1]
    assert f"{ASK}?candidate={grace.candidate_id}" in page and "Ada" not in page
    status, page = hanako.reads(f"{ASK}?candidate=cnd_nobody")
    assert status == 422 and 'id="candidate_id-wrong"' in page and 'value="cnd_nobody"' in page


FILES: dict[str, dict[str, Any]] = {
    "企業に知らせないことを望んで": {"blocked": ("あおぞら製作所",)},
    "2年以内のため": {"not_solicited_until": TODAY + timedelta(days=1)},
    "支援を取りやめて": {"withdrawn_at": NOON},
}


@pytest.mark.parametrize("said", FILES)
def test_who_may_not_be_asked_has_no_button_and_a_form_sent_all_the_same_is_refused(
    desk: Desk, hanako: AtDesk, said: str
) -> None:
    grace = a_file("grace", **FILES[said])
    desk.files(grace)
    page = hanako.reads(f"{ASK}?candidate={grace.candidate_id}")[1]
    assert said in page and f'action="{ASK}"' not in page
    status, page = hanako.sends(ASK, candidate_id=grace.candidate_id, **ITEMS)
    assert status == 409 and said in page


def test_back_to_who_let_them_go_is_said_and_ticked(desk: Desk, hanako: AtDesk) -> None:
    grace = a_file("grace", let_go_by=(BOLT,))
    desk.files(grace)
    assert "以前の選考" in hanako.reads(f"{ASK}?candidate={grace.candidate_id}")[1]
    form = {"candidate_id": grace.candidate_id, "note": "本人の希望", **ITEMS}
    status, page = hanako.sends(ASK, **form)
    assert status == 422 and 'id="back_to_referrer_confirmed-wrong"' in page
    assert "本人の希望" in page and page.count('value="on" checked') == 2
    status, where = hanako.sends(ASK, **form, back_to_referrer_confirmed="on")
    assert status == 303 and "手数料を受け取れない" in hanako.reads(where)[1]


def test_who_this_company_did_not_hire_is_marked_on_the_form_and_in_the_file(
    desk: Desk, hanako: AtDesk
) -> None:
    file = f"/agency/candidates/{ADA}"
    assert MARK not in hanako.reads(f"{ASK}?candidate={ADA}")[1]
    assert "以前に採用しなかった企業が1社" in hanako.reads(file)[1]
    desk.asks()
    desk.answers()
    desk.recommends()
    desk.moves(Stage.DECLINED, by=Side.COMPANY)
    page = hanako.reads(f"{ASK}?candidate={ADA}")[1]
    assert MARK in page and "以前応募した企業への推薦" not in page and f'href="{ONE}"' in page
    page = hanako.reads(file)[1]
    assert "以前に採用しなかった企業が2社" in page and "へ推薦、企業が辞退" in page
    grace = a_file("grace", let_go_by=(BOLT,), contact_by=NOON)
    desk.files(grace)
    assert MARK in hanako.reads(ASK)[1]
    page = hanako.reads(f"{ASK}?candidate={grace.candidate_id}")[1]
    assert MARK in page and "以前応募した企業への推薦" in page


def test_who_was_declined_by_others_than_the_company_is_not_marked(
    desk: Desk, hanako: AtDesk
) -> None:
    desk.asks()
    desk.answers()
    desk.recommends()
    desk.moves(Stage.DECLINED, by=Side.CANDIDATE)
    assert MARK not in hanako.reads(f"{ASK}?candidate={ADA}")[1]


def test_a_job_order_is_chosen_in_the_file_and_asked_about_by_the_same_form(
    desk: Desk, hanako: AtDesk, counted: Counted
) -> None:
    where = f"/agency/candidates/{ADA}/ask"
    assert f'href="{where}"' in hanako.reads(f"/agency/candidates/{ADA}")[1]
    page = hanako.reads(where)[1]
    assert f'href="{ASK}?candidate={ADA}"' in page
    counted.since()
    hanako.reads(where)
    assert counted.since()[1:] == ["Query", "TransactGetItems", "TransactWriteItems"]
    changed(desk, blocked=["あおぞら製作所"])
    page = hanako.reads(where)[1]
    assert f'href="{ASK}' not in page and "企業に知らせないことを望んで" in page


def test_nothing_ticked_asks_nobody_and_twice_is_said(desk: Desk, hanako: AtDesk) -> None:
    status, page = hanako.sends(ASK, candidate_id=ADA)
    assert status == 422 and 'id="items-wrong"' in page and " checked" not in page
    desk.asks()
    status, page = hanako.sends(ASK, candidate_id=ADA, **ITEMS)
    assert status == 409 and "すでに尋ねています" in page


def test_what_is_handed_over_is_read_first_as_it_is_now(desk: Desk, hanako: AtDesk) -> None:
    desk.asks(items=(Item.NAME, Item.EMAIL, Item.CV, Item.SUMMARY))
    desk.answers()
    page = hanako.reads(ONE)[1]
    assert "ada@example.org" in page and "まだ受け取っていません" in page
    ticks = dict(re.findall(r'name="item-(\w+)" value="on"( checked)?', page))
    assert ticks == {"name": " checked", "email": " checked", "cv": "", "summary": " checked"}
    changed(desk, candidate={"email": "new@example.org", "full_name": "Augusta"})
    status, page = hanako.sends(f"{ONE}/hand-over", seen=seen(page), **ITEMS, **WORDS)
    assert status == 409 and "new@example.org" in page and "よく聴く人です。" in page
    assert desk.found().stage is Stage.CONSENTED
    assert hanako.sends(f"{ONE}/hand-over", seen=seen(page), **ITEMS, **WORDS)[0] == 303
    assert Recommendations(desk.table).shown({REC: ADA}) == {
        REC: {Item.NAME: "Augusta", Item.SUMMARY: "よく聴く人です。"}
    }


@pytest.mark.parametrize(
    "form", [{}, ITEMS, {"item-cv": "on"}, {"item-email": "on"}, {"item-name": "on", "seen": ""}]
)
def test_what_was_not_agreed_to_or_is_not_there_is_not_handed_over(
    desk: Desk, hanako: AtDesk, form: dict[str, str]
) -> None:
    desk.asks()
    desk.answers()
    status, page = hanako.sends(f"{ONE}/hand-over", **{"seen": "0", **form})
    assert (status, desk.found().stage) == (409 if "seen" in form else 422, Stage.CONSENTED)
    assert ('id="items-wrong"' in page) is ("seen" not in form)


def test_a_summary_that_says_what_nobody_may_collect_is_refused_with_the_words(
    desk: Desk, hanako: AtDesk, agency: Agency
) -> None:
    desk.asks()
    desk.answers()
    said = {"summary": "よく聴く人です。支持政党は自民党。本籍は東京。組合員向けの窓口を担当。"}
    status, page = hanako.sends(f"{ONE}/hand-over", seen="0", **ITEMS, **said)
    assert status == 422 and 'id="summary-wrong"' in page
    assert "書き直してください: 本籍、支持政党" in page and said["summary"] in page
    path = f"{ONE.removeprefix('/agency')}/recommend"
    body = {"items": ["name", "summary"], **said}
    status, refused = agency.asks("POST", path, body, once="once")
    assert (status, refused["fields"]) == (422, {"summary": "forbidden"})
    assert "本籍, 支持政党" in refused["detail"]
    assert desk.found().stage is Stage.CONSENTED
    assert hanako.sends(f"{ONE}/hand-over", seen="0", **ITEMS, **WORDS)[0] == 303


def test_nobody_is_handed_over_before_their_yes(desk: Desk, hanako: AtDesk) -> None:
    desk.asks()
    assert "hand-over" not in hanako.reads(ONE)[1]
    status, page = hanako.sends(f"{ONE}/hand-over", seen="0", **ITEMS, **WORDS)
    assert status == 409 and "いまの状態を表示しています" in page


def test_of_two_advisers_the_second_reads_what_it_is_now(desk: Desk, hanako: AtDesk) -> None:
    desk.asks()
    desk.answers()
    desk.recommends()
    assert hanako.sends(f"{ONE}/outcome", stage="declined", by="company")[0] == 303
    taro = at_desk(desk.table, Role.MANAGER)
    status, page = taro.sends(f"{ONE}/outcome", stage="offered")
    assert status == 409 and "辞退・終了" in page and "状態が変わったため" in page
    assert desk.found().stage is Stage.DECLINED


def test_what_a_joining_costs_is_said_before_and_holds(desk: Desk, hanako: AtDesk) -> None:
    desk.asks()
    desk.answers()
    desk.recommends()
    page = hanako.reads(ONE)[1]
    assert "枠は引き当てられていません" in page and "2,800,000" in page
    desk.reserves()
    form = {"stage": "joined", "on": f"{TODAY}"}
    status, page = hanako.sends(f"{ONE}/outcome", **form, seen=seen(page))
    assert status == 409 and "引き当てた枠1を使います" in page and "700,000" in page
    assert hanako.sends(f"{ONE}/outcome", **form, seen=seen(page))[0] == 303
    credit = desk.found().credit
    assert credit and credit.number == 1


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"stage": "joined", "on": f"{TODAY + timedelta(days=2)}"}, "on"),
        ({"stage": "joined", "on": "昨日"}, "on"),
        ({"stage": "joined", "annual_income_jpy": "八百万"}, "annual_income_jpy"),
        ({"stage": "declined"}, "by"),
    ],
)
def test_a_mistake_stands_beside_its_field(
    desk: Desk, hanako: AtDesk, form: dict[str, str], field: str
) -> None:
    desk.asks()
    desk.answers()
    desk.recommends()
    status, page = hanako.sends(f"{ONE}/outcome", seen="0", **form)
    assert status == 422 and f'id="{field}-wrong"' in page and form.get(field, "") in page
    assert desk.found().stage is Stage.RECOMMENDED


@pytest.mark.parametrize(("fault", "left"), [("candidate", 1), ("company", 0)])
def test_an_early_leaving_says_what_becomes_of_the_credit_and_does_it(
    desk: Desk, hanako: AtDesk, agency: Agency, fault: str, left: int
) -> None:
    desk.reserves()
    desk.recommended("grace")
    joined = TODAY - timedelta(days=10)
    replace(desk, now=NOW - timedelta(days=7)).joins(on=joined)
    page = hanako.reads(ONE)[1]
    assert "30日以内" in page and "枠1が企業に戻ります" in page and 'name="refund_jpy"' in page
    form = {"stage": "left", "on": f"{TODAY}"}
    status, page = hanako.sends(f"{ONE}/outcome", **form)
    assert status == 422 and 'id="fault-wrong"' in page
    assert hanako.sends(f"{ONE}/outcome", **form, fault=fault, refund_jpy="1")[0] == 303
    assert agency.stores.credits.standing(BOLT).head.available == left


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("stage", [*Stage])
def test_each_stage_is_a_page(desk: Desk, hanako: AtDesk, stage: Stage, locale: Locale) -> None:
    desk.asks()
    desk.answers()
    made = replace(
        desk.found(),
        stage=stage,
        recommended_at=NOON,
        joined_on=TODAY,
        declined_by=Side.CANDIDATE,
        returning=True,
    )
    put = recommendation_item.to_item(made) | {"returning": True}
    there = {name: value for name, value in put.items() if value is not None}
    desk.table.commit(desk.table.change(keys.recommendation(BOLT, JOB, REC), put=there))
    lists = [f"/agency/recommendations{of}" for of in ("", "/asked", "/joined")]
    for where in (
        ONE,
        ORDER,
        *lists,
        ASK,
        f"{ASK}?candidate={ADA}",
        f"/agency/candidates/{ADA}/ask",
    ):
        assert hanako.reads(f"{where}{'&' if '?' in where else '?'}lang={locale}")[0] == 200


def test_of_who_is_erased_nothing_is_shown(desk: Desk, hanako: AtDesk) -> None:
    desk.asks()
    desk.answers()
    changed(desk, erased_at="2026-03-02T12:00:00.000+00:00")
    for where in (ONE, ORDER, "/agency/recommendations"):
        status, page = hanako.reads(where)
        assert status == 200 and "Ada" not in page and "強い" not in page


def test_a_recommendation_of_another_order_is_not_found(desk: Desk, hanako: AtDesk) -> None:
    desk.asks()
    for where in (f"{ORDER}/recommendations/rec_9", ONE.replace(BOLT, "co_acme")):
        assert hanako.reads(where)[0] == hanako.sends(f"{where}/outcome", stage="offered")[0] == 404


def _put(desk: Desk, made: Recommendation, file: CandidateFile) -> None:
    item = recommendation_item.to_item(made) | {
        keys.DUE_PARTITION: keys.inbox(keys.Inbox.CONSENTED),
        keys.DUE_SORT: f"2026-03-02T12:00:00.000+00:00#{made.recommendation_id}",
    }
    at = keys.recommendation(made.company_id, made.job_order_id, made.recommendation_id)
    desk.table.commit(
        desk.table.new(at, item),
        desk.table.new(keys.candidate_file(file.candidate_id), file_item.to_item(file)),
    )


def test_however_many_there_are_a_page_asks_three_times(
    desk: Desk, hanako: AtDesk, counted: Counted
) -> None:
    desk.asks(items=tuple(Item))
    desk.answers()
    made = desk.found()
    for n in range(60):
        file = a_file(f"n{n}", contact_by=NOON)
        name = RecommendationId(f"rec_{n:03}")
        _put(desk, replace(made, recommendation_id=name, candidate_id=file.candidate_id), file)
    own = f"/agency/candidates/{ADA}/ask"
    for where in (ORDER, ONE, ASK, f"{ASK}?candidate={ADA}", own, "/agency/recommendations"):
        met, path = set[str](), where
        while path:
            counted.since()
            status, page = hanako.reads(path)
            asked = read(counted)
            assert status == 200 and len(asked) <= 1 + 3, (path, asked)
            met |= {*re.findall(r"/recommendations/(rec_\w+)", page)}
            on = re.search(r'href="([^"]*\?cursor=[^"]+)"', page)
            path = (on[1] if on[1].startswith("/") else where + on[1]) if on else ""
        assert len(met) == (61 if where in (ORDER, "/agency/recommendations") else len(met))


def test_a_hire_that_is_told_asks_three_times(desk: Desk, hanako: AtDesk, counted: Counted) -> None:
    desk.recommended("grace")
    desk.joins()
    counted.since()
    assert hanako.reads(ONE)[0] == 200
    assert len(read(counted)) <= 1 + 3


def test_an_order_that_is_over_takes_nobody_new(desk: Desk, hanako: AtDesk) -> None:
    over = job_order_item.to_item(an_order(state=JobOrderState.CLOSED))
    there = {name: value for name, value in over.items() if value is not None}
    desk.table.commit(desk.table.change(keys.job_order(BOLT, JOB), put=there))
    assert f'href="{ASK}"' not in hanako.reads(ORDER)[1]
    assert "この求人は終了しています" in hanako.reads(ASK)[1]
    status, page = hanako.sends(ASK, candidate_id=ADA, **ITEMS)
    assert status == 409 and "この求人は終了しています" in page
