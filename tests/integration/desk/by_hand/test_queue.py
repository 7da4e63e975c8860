"""The first page: one of everything that waits, each an act away from done."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from functions.agency.by_hand.counts import tally
from functions.agency.by_hand.kinds import KINDS
from shared.domain.ids import RecommendationId
from shared.domain.recommendation import Recommendation
from shared.domain.registration import Signal, State
from shared.domain.session import IDLE
from shared.table import keys, recommendation_item
from shared.table.codec import due, stamp
from shared.table.inboxes import start_of
from shared.table.keys import Inbox
from shared.table.order_lists import MOST
from shared.table.recommendations import Recommendations
from shared.table.sessions import Sessions
from tests.support.acts import let_in
from tests.support.builders import BOLT, JOBS, NOON
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk
from tests.support.recommending import JOB
from tests.support.waiting import NEW, everything, held

ORDER = f"/agency/companies/{BOLT}/job-orders"
WHERE = {
    Inbox.HELD: "/agency/registrations/reg_hana_co_acme",
    Inbox.CONTACT: "/agency/candidates/cnd_",
    Inbox.DUPLICATES: "/agency/duplicates",
    Inbox.JOB_ORDERS: f"{ORDER}/{JOBS[2]}",
    Inbox.CONSENTED: f"{ORDER}/{JOB}/recommendations/rec_bob",
    Inbox.ASKED: f"{ORDER}/{JOB}/recommendations/rec_cyd",
    Inbox.JOINED: f"{ORDER}/{JOB}/recommendations/rec_ada",
    Inbox.RIGHTS: "/agency/rights/rgt_1",
    Inbox.COMPLAINTS: "/agency/complaints/cpl_1",
    Inbox.COMPANIES: f"/agency/companies/{NEW}",
    Inbox.ADJUSTMENTS: "/agency/adjustments",
    Inbox.REVERSALS: "/agency/reversals",
}


def section(page: str, kind: Inbox) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="{kind}".*?</section>', page, re.DOTALL)
    assert found, kind
    return found[0]


def tallies(reader: AtDesk) -> dict[str, str]:
    status, said = reader.reads("/agency/counts")
    assert status == 200
    return dict(re.findall(r'\[data-tally=(\w+)\]">([^<]*)<', said))


def test_every_kind_is_there_with_the_way_to_what_is_to_be_done(desk: Desk) -> None:
    everything(desk.table)
    page = at_desk(desk.table).reads("/agency")[1]
    for kind in KINDS:
        assert f'href="{WHERE[kind.inbox]}' in section(page, kind.inbox), kind.inbox


def test_one_request_a_kind_and_one_for_names(desk: Desk, counted: Counted) -> None:
    everything(desk.table)
    ada = at_desk(desk.table)
    counted.since()
    assert ada.reads("/agency")[0] == 200
    session, *asked = counted.since()
    assert session == "UpdateItem"
    assert sorted(asked) == sorted(["Query"] * len(KINDS) + ["TransactGetItems"])


def test_possible_duplicates_stand_side_by_side_by_name(desk: Desk) -> None:
    everything(desk.table)
    said = section(at_desk(desk.table).reads("/agency")[1], Inbox.DUPLICATES)
    assert "<bdi>Ada</bdi>" in said
    assert "<bdi>Bob</bdi>" in said


def test_held_ones_lie_in_piles_by_their_cause_with_what_it_was_read_from(desk: Desk) -> None:
    let_in(desk.stores)
    for n in range(4):
        held(desk.table, f"own{n}", Signal.OWN_DOMAIN, at=NOON + timedelta(minutes=n))
    held(desk.table, "fast", Signal.BURST)
    said = section(at_desk(desk.table).reads("/agency")[1], Inbox.HELD)
    own, burst = said.index("企業と同じドメイン <"), said.index("短い間の続けての登録")
    assert own < said.index("own0@example.org") < said.index("own2@example.org") < burst
    assert "own3@example.org" not in said
    assert "?cause=own_domain" in said
    assert "?cause=burst" not in said


def test_who_is_past_their_time_comes_first_and_is_marked(desk: Desk) -> None:
    everything(desk.table)
    said = section(at_desk(desk.table).reads("/agency")[1], Inbox.CONTACT)
    assert "Cyd" in said
    assert "期限を過ぎています" in said


def test_what_people_ask_of_the_agency_is_told_by_what_it_is_and_until_when(desk: Desk) -> None:
    everything(desk.table)
    page = at_desk(desk.table).reads("/agency")[1]
    asked, complained = section(page, Inbox.RIGHTS), section(page, Inbox.COMPLAINTS)
    assert "保有している情報の開示: <bdi>Ada</bdi>" in asked and "期限を過ぎています" in asked
    assert ">メール</a>" in complained and "期限を過ぎています" not in complained
    assert "多すぎる" not in page


def test_a_verdict_given_here_leads_back_here(desk: Desk) -> None:
    let_in(desk.stores)
    made = held(desk.table, "hana", Signal.OWN_DOMAIN)
    ada = at_desk(desk.table)
    path = f"/agency/registrations/{made.registration_id}/accept"
    status, where = ada.sends(path, once="word", **{"from": "queue"})
    assert (status, where) == (303, "/agency?done=accepted")
    assert desk.stores.registrations.find(made.registration_id).state is State.COUNTED
    page = ada.reads(where)[1]
    assert 'role="status"' in page
    assert made.candidate.full_name not in page


def test_who_is_still_there_is_noted_by_one_button_and_not_asked_about_again(desk: Desk) -> None:
    everything(desk.table)
    ada, path = at_desk(desk.table), WHERE[Inbox.JOINED]
    said = section(ada.reads("/agency")[1], Inbox.JOINED)
    assert f'action="{path}/outcome"' in said and f'href="{path}#leave"' in said
    form = {"stage": "still_there", "from": "queue"}
    for _ in range(2):
        assert ada.sends(f"{path}/outcome", once="word", **form) == (
            303,
            "/agency?done=still_there",
        )
    assert tallies(ada)["joined"] == ""
    [act] = [a for a in desk.knows("/audit-log")["items"] if a["what"].startswith("recommendation")]
    assert (act["what"], act["who"]) == ("recommendation.still_there", ada.person)
    status, page = at_desk(desk.table, person="x@agency.example").sends(f"{path}/outcome", **form)
    assert status == 409 and "すでに記録されています" in page
    left = {"stage": "left", "fault": "candidate"}
    assert ada.sends(f"{path}/outcome", **left) == (303, f"{path}?done=left")


def test_all_that_wait_for_an_answer_or_a_check_are_listed_by_cursor(
    desk: Desk, counted: Counted
) -> None:
    everything(desk.table)
    ada = at_desk(desk.table)
    for kind, name in ((Inbox.ASKED, "cyd"), (Inbox.JOINED, "ada")):
        path = f"/agency/recommendations/{kind}"
        assert f'href="{path}"' in section(ada.reads("/agency")[1], kind)
        found = Recommendations(desk.table).find(BOLT, JOB, RecommendationId(f"rec_{name}"))
        for n in range(MOST):
            another(
                desk, replace(found, recommendation_id=RecommendationId(f"rec_{name}{n:02}")), kind
            )
        met, query = list[str](), ""
        while True:
            counted.since()
            page = ada.reads(f"{path}{query}")[1]
            assert len(counted.since()) == 3
            met += re.findall(r'<th scope="row"><a href="[^"]*/(rec_\w+)"', page)
            more = re.search(r'href="[^"]*(\?cursor=[^"]+)"', page)
            if more is None:
                break
            query = more[1]
        assert len(met) == len({*met}) == MOST + 1
    form = {"stage": "still_there", "from": "joined"}
    led = ada.sends(f"{WHERE[Inbox.JOINED]}/outcome", **form)
    assert led == (303, "/agency/recommendations/joined?done=still_there")
    page = ada.reads(led[1])[1]
    assert "在籍していることを記録しました" in page and f'{WHERE[Inbox.JOINED]}"' not in page


def another(desk: Desk, made: Recommendation, kind: Inbox) -> None:
    at = made.asked_at if kind is Inbox.ASKED else start_of(made.joined_on or made.asked_at.date())
    item = {**recommendation_item.to_item(made), **due(keys.inbox(kind), at)}
    key = keys.recommendation(made.company_id, made.job_order_id, made.recommendation_id)
    desk.table.commit(desk.table.new(key, item))


def test_who_joined_just_now_is_not_said_to_have_stayed(desk: Desk) -> None:
    everything(desk.table)
    key = keys.recommendation(BOLT, JOB, RecommendationId("rec_ada"))
    soon = (datetime.now(UTC) - timedelta(days=10)).date()
    desk.table.commit(desk.table.change(key, put={"joined_on": str(soon)}))
    ada, path = at_desk(desk.table), WHERE[Inbox.JOINED]
    assert "still_there" not in ada.reads(path)[1]
    status, page = ada.sends(f"{path}/outcome", stage="still_there")
    assert status == 409 and "最後の1週間から" in page
    assert tallies(ada)["joined"] == "1"


def test_nothing_waits_and_it_is_said(desk: Desk) -> None:
    page = at_desk(desk.table).reads("/agency")[1]
    assert "いま、待っているものはありません" in page
    assert "<section" not in page


def test_how_much_waits_is_asked_for_in_one_request_a_kind(desk: Desk, counted: Counted) -> None:
    everything(desk.table)
    ada = at_desk(desk.table)
    counted.since()
    assert tallies(ada) == {str(kind.inbox): "1" for kind in KINDS}
    assert sorted(counted.since()) == sorted(["GetItem"] + ["Query"] * len(KINDS))


def test_where_nothing_waits_the_tally_is_empty(desk: Desk) -> None:
    assert set(tallies(at_desk(desk.table)).values()) == {""}
    assert [tally(n) for n in (0, 1, 99, 100, 101)] == ["", "1", "99", "99+", "99+"]


def test_who_joined_long_ago_or_just_now_is_not_asked_about(desk: Desk) -> None:
    everything(desk.table)
    key = keys.recommendation(BOLT, JOB, RecommendationId("rec_ada"))
    for days in (10, 31):
        at = stamp(datetime.now(UTC) - timedelta(days))
        desk.table.commit(desk.table.change(key, put={keys.DUE_SORT: at}))
        assert tallies(at_desk(desk.table))["joined"] == ""


def test_a_page_that_cannot_be_shown_leads_on_to_the_queue(desk: Desk) -> None:
    ada = at_desk(desk.table)
    for path in ("/agency/candidates/cnd_nobody", "/agency/companies/co_nobody", "/agency/what"):
        status, page = ada.reads(path)
        assert status == 404 and 'href="/agency?lang=ja">しごとの一覧へ' in page


def test_a_page_that_asks_by_itself_keeps_nobody_signed_in(desk: Desk) -> None:
    ada = at_desk(desk.table)
    key = keys.session(ada.person, ada.digest)
    before = desk.table.get(key)
    tallies(ada)
    assert desk.table.get(key) == before
    ada.reads("/agency")
    after = desk.table.get(key)
    assert before and after and after["seen_at"] > before["seen_at"]


def test_who_was_idle_for_too_long_is_told_no_counts(desk: Desk) -> None:
    ada = at_desk(desk.table)
    late = datetime.now(UTC) - IDLE - timedelta(minutes=1)
    Sessions(desk.table).go_on(ada.person, ada.digest, late)
    assert ada.reads("/agency/counts")[0] == 303
    assert ada.reads("/agency")[0] == 303
