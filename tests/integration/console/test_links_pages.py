"""A company's people and their links: seen in few requests, made once, changed by who may."""

from datetime import datetime, timedelta

import pytest

from functions.console import sentences
from shared.domain.link import Link, LinkState
from shared.domain.once import Once
from shared.domain.seat import CompanyRole
from shared.domain.tokyo import TOKYO
from shared.domain.void import AT_ONCE, Span
from shared.table import keys
from shared.table.commit import Table
from shared.table.links import Links, spans
from shared.table.voids import Voids
from tests.support.builders import ACME, BOLT, a_doorway, a_link
from tests.support.console import Console
from tests.support.sat import hidden

LIST = "/console/links"


def mine(table: Table) -> list[Link]:
    return list(Links(table).page(ACME, limit=100, after=None)[0])


def path(link: Link, *more: str) -> str:
    return "/".join([LIST, link.link_id, *more])


def noted(table: Table) -> list[str]:
    acts = table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)
    return [str(act["what"]) for act in acts]


def test_a_link_is_made_once_however_often_its_form_is_sent(owner: Console, table: Table) -> None:
    fields = {"label": " 書類選考 ", "stage": "書類選考", "once": "a word"}
    first, again = owner.post(LIST, **fields), owner.post(LIST, **fields)
    assert first["statusCode"] == again["statusCode"] == 303
    assert first["headers"]["Location"] == again["headers"]["Location"]
    assert [(link.label, link.stage) for link in mine(table)] == [("書類選考", "書類選考")]
    assert noted(table) == ["link.make"]


def test_what_was_typed_is_kept_beside_what_to_do(owner: Console, table: Table) -> None:
    answer = owner.post(
        LIST, label="", channel="採用サイト", closes_at="2020-01-01T00:00", once="w"
    )
    assert answer["statusCode"] == 422
    assert "名前を入力してください。" in answer["body"]
    assert 'value="採用サイト"' in answer["body"]
    assert not mine(table)


def test_a_last_moment_that_is_over_makes_no_link(owner: Console, table: Table) -> None:
    answer = owner.post(LIST, label="x", closes_at="2020-01-01T00:00")
    assert answer["statusCode"] == 422
    assert "いまより後を選んでください" in answer["body"]


def test_a_link_is_renamed_closed_and_opened(owner: Console, link: Link, table: Table) -> None:
    assert owner.post(path(link), label="最終面接")["headers"]["Location"].endswith("?done=renamed")
    owner.post(path(link, "state"), state="closed")
    assert [(one.label, one.state) for one in mine(table)] == [("最終面接", LinkState.CLOSED)]
    owner.post(path(link, "state"), state="active")
    assert mine(table)[0].state is LinkState.ACTIVE
    assert noted(table) == ["link.rename", "link.close", "link.open"]
    told = [act["told"] for act in table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)]
    assert told[0] == {"label.before": link.label, "label.after": "最終面接"}
    assert told[1] == {"state.before": "active", "state.after": "closed"}


@pytest.mark.parametrize("word", ["", "open", "Closed"])
def test_a_state_there_is_not_changes_none(
    owner: Console, link: Link, table: Table, word: str
) -> None:
    owner.post(path(link, "state"), state="closed")
    assert owner.post(path(link, "state"), state=word)["statusCode"] == 422
    assert mine(table)[0].state is LinkState.CLOSED
    assert noted(table) == ["link.close"]


def test_what_is_so_already_is_not_in_the_log(owner: Console, link: Link, table: Table) -> None:
    assert owner.post(path(link), label=link.label)["statusCode"] == 303
    assert owner.post(path(link, "state"), state="active")["statusCode"] == 303
    assert noted(table) == []


def test_each_form_of_a_link_is_one_act(owner: Console, link: Link) -> None:
    for page in (path(link), path(link, "rotate"), path(link, "void"), f"{LIST}/new"):
        body = owner.get(page)["body"].partition("<main")[2]
        assert hidden(body, "once")
        assert body.count('name="once"') == body.count('method="post"')


def test_a_link_older_than_those_to_choose_from_has_its_sentences(
    owner: Console, link: Link, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentences, "PAGE", 1)
    owner.post(LIST, label="前のリンク")
    [older] = [one for one in mine(table) if one.label == "前のリンク"]
    assert older.link_id < link.link_id
    newest = owner.get("/console/sentences")["body"]
    assert f"/r/{link.slug}" in newest and older.label not in newest
    named = owner.get("/console/sentences", link=older.link_id)
    assert named["statusCode"] == 200 and f"/r/{older.slug}" in named["body"]
    assert f'<option value="{older.link_id}" selected>' in named["body"]


def full_but_for_one(link: Link, table: Table) -> None:
    now = datetime.now(TOKYO)
    windows = [Span(now, now + timedelta(days=1))] * (AT_ONCE - 1)
    key = keys.link(ACME, link.link_id)
    table.commit(table.change(key, put={"windows": spans(windows), "voids": len(windows)}))


def test_of_two_who_take_out_the_same_window_at_once_both_are_led_to_it(
    owner: Console, link: Link, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_but_for_one(link, table)
    since = datetime.now(TOKYO) - timedelta(hours=3)
    typed = {"from": f"{since:%Y-%m-%dT%H:%M}", "reason": "誤送信", "once": "w"}
    typed["to"] = f"{since + timedelta(days=4):%Y-%m-%dT%H:%M}"
    first = owner.post(path(link, "void"), **typed)
    assert first["statusCode"] == 303
    replay, looks = Table.replay, iter([True])

    def too_early(self: Table, once: Once | None) -> None:
        """The first look comes before the other's act."""
        if not next(looks, False):
            replay(self, once)

    monkeypatch.setattr(Table, "replay", too_early)
    again = owner.post(path(link, "void"), **typed)
    assert again["headers"].get("Location") == first["headers"]["Location"]
    assert noted(table) == ["link.void"]


def test_the_list_says_the_day_a_link_was_made_and_the_moment_it_closes(
    owner: Console, table: Table
) -> None:
    made = a_link(closes_at=datetime(2099, 3, 31, 18, tzinfo=TOKYO))
    Links(table).add(made, a_doorway())
    body = owner.get(LIST)["body"]
    assert "2026年3月2日" in body and "2099年3月31日（火）18:00まで" in body


def test_a_name_of_nothing_is_refused_beside_the_field(owner: Console, link: Link) -> None:
    answer = owner.post(path(link), label="  ")
    assert answer["statusCode"] == 422
    assert 'aria-invalid="true"' in answer["body"]


def test_a_rotated_link_has_one_new_address(owner: Console, link: Link, table: Table) -> None:
    for _ in range(2):
        assert owner.post(path(link, "rotate"), once="a word")["statusCode"] == 303
    assert mine(table)[0].former == (link.slug,)
    assert noted(table) == ["link.rotate"]


def test_a_window_is_taken_out_by_the_clock_of_tokyo(
    owner: Console, link: Link, table: Table
) -> None:
    since = datetime.now(TOKYO).replace(second=0, microsecond=0) - timedelta(hours=5)
    until = since + timedelta(hours=2)
    typed = {"from": f"{since:%Y-%m-%dT%H:%M}", "to": f"{until:%Y-%m-%dT%H:%M}"}
    answer = owner.post(path(link, "void"), reason="誤送信", once="w", **typed)
    assert answer["headers"]["Location"] == f"{path(link)}?done=voided"
    (window,) = Voids(table).page(ACME, link.link_id, limit=9, after=None)[0]
    assert (window.span.since, window.span.until, window.reason) == (since, until, "誤送信")
    assert "誤送信" in owner.get(path(link))["body"]


def test_a_window_of_no_time_is_refused_with_what_was_typed(owner: Console, link: Link) -> None:
    typed = {"from": "2026-03-02T10:00", "to": "2026-03-02T10:00"}
    answer = owner.post(path(link, "void"), reason="誤送信", **typed)
    assert answer["statusCode"] == 422
    assert "1時間後から31日後まで" in answer["body"]
    assert 'value="2026-03-02T10:00"' in answer["body"]


def test_who_only_reads_is_shown_no_act_and_refused_one(
    owner: Console, link: Link, table: Table
) -> None:
    viewer = Console(table, CompanyRole.VIEWER, name="miru")
    page = viewer.get(path(link))
    assert page["statusCode"] == 200
    assert "<form" not in page["body"].partition("<main")[2]
    assert viewer.post(path(link), label="x")["statusCode"] == 403
    assert viewer.get(f"{LIST}/new")["statusCode"] == 403
    assert mine(table)[0].label == link.label
    assert noted(table) == ["refused"]


def test_another_companys_link_is_not_there(owner: Console, table: Table) -> None:
    theirs = a_link("bolt-link", BOLT)
    Links(table).add(theirs, a_doorway("bolt-link", BOLT))
    for page in ("", "/sheet", "/preview", "/rotate", "/void", "/qr.png"):
        answer = owner.get(f"{path(theirs)}{page}")
        assert answer["statusCode"] == 404
        assert "ページが見つかりませんでした" in answer["body"]
    assert owner.post(path(theirs), label="x")["statusCode"] == 404
    assert Links(table).find(BOLT, theirs.link_id) == theirs


def test_a_form_of_another_page_changes_nothing(owner: Console, link: Link, table: Table) -> None:
    assert owner.send(path(link), "forged", {"label": "x"})["statusCode"] == 403
    assert mine(table)[0].label == link.label


def test_the_preview_is_the_candidates_page_with_its_form_shut(owner: Console, link: Link) -> None:
    answer = owner.get(path(link, "preview"))
    assert "<fieldset disabled>" in answer["body"]
    assert "プレビューです" in answer["body"]
    assert "株式会社あおぞら製作所" in answer["body"]


@pytest.mark.parametrize(("text", "said"), [("ja", "費用はかかりません"), ("en", "It is free")])
def test_a_sheet_speaks_the_language_it_is_asked_for(
    owner: Console, link: Link, text: str, said: str
) -> None:
    body = owner.get(path(link, "sheet"), size="a6", text=text)["body"]
    assert f'<article class="sheet a6" lang="{text}">' in body
    assert said in body


def test_a_code_is_saved_as_a_file_where_that_was_asked(owner: Console, link: Link) -> None:
    saved = owner.get(path(link, "qr.svg"), save="1")["headers"]
    assert saved["Content-Disposition"] == f'attachment; filename="career-relay-{link.slug}.svg"'
    assert "Content-Disposition" not in owner.get(path(link, "qr.svg"))["headers"]


def test_an_empty_list_says_what_will_be_here(owner: Console) -> None:
    assert "貴社のリンクが、ここに並びます" in owner.get(LIST)["body"]
