"""The texts on a page: each with its version, and what is wrong in it is said first."""

from dataclasses import replace

import pytest
from markupsafe import escape

from functions.agency.by_hand import texts
from shared.domain.locale import Locale
from shared.pages.collected import Collected, collected
from shared.pages.lint import lint
from shared.pages.rules import LOCALES
from tests.support.counting import Counted
from tests.support.desk import Desk, at_desk

HERE = "/agency/texts"


def test_every_text_is_there_as_it_reads_with_its_version(desk: Desk) -> None:
    status, page = at_desk(desk.table).reads(HERE)
    assert status == 200
    assert "直すところはありません" in page
    assert 'href="/privacy?version=2026-11-1&amp;lang=ja"' in page
    assert 'href="/agency/texts/mail.code?of=ja"' in page
    mail = at_desk(desk.table).reads("/agency/texts/mail.code?of=ja")[1]
    assert "登録のページに、次の6桁を入力してください。15分間有効です。" in mail
    english = at_desk(desk.table).reads(f"{HERE}?of=en")[1]
    assert 'href="/privacy?version=2026-11-1&amp;lang=en"' in english


def test_every_text_that_is_no_page_opens_and_no_other_does(desk: Desk) -> None:
    ada = at_desk(desk.table)
    for locale in LOCALES:
        for text in collected(locale):
            status, page = ada.reads(f"{HERE}/{text.name}?of={locale}")
            assert (status, text.path is None) in {(200, True), (404, False)}
            assert text.path or escape(text.lines[0]) in page
    assert ada.reads(f"{HERE}/nothing")[0] == 404


def test_nothing_but_the_session_is_asked_of_the_table(desk: Desk) -> None:
    ada = at_desk(desk.table)
    counted = Counted(desk.table.client)
    counted.since()
    ada.reads(HERE)
    assert len(counted.since()) == 1


def test_a_bad_text_is_told_first_with_its_word_and_what_it_leaves_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(locale: Locale) -> tuple[Collected, ...]:
        [first, *others] = collected(locale)
        lines = ["登録でギフト券をさしあげます"]
        return (replace(first, lines=lines, findings=lint(lines, first.name)), *others)

    monkeypatch.setattr(texts, "collected", spoilt)
    page = at_desk(desk.table).reads(HERE)[1]
    assert "直すところがある文章: 2" in page
    assert "お金や品物の言葉: ギフト" in page and "足りない記載: 許可番号" in page
