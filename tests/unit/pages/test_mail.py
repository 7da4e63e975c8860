import re

import pytest

from shared.pages.mail import code_mail
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.shown import MAILS

FACTS = re.compile(r"\d+|[\w.]+@[\w.]+")
LINK = re.compile(r"https?://\S+")


@pytest.mark.parametrize("name", MAILS)
def test_text_and_html_carry_the_same_facts_and_sentences(name: str) -> None:
    sent = MAILS[name]
    seen = words(sent.html)
    assert set(FACTS.findall(LINK.sub("", sent.text))) == set(FACTS.findall(LINK.sub("", seen)))
    for line in sent.text.splitlines():
        if "http" not in line and "|" not in line:
            assert all(" ".join(said.split()) in seen for said in line.split(": "))


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_is_small_needs_no_image_and_loads_nothing(name: str) -> None:
    html = MAILS[name].html
    assert len(html.encode()) < 30 * 1024
    assert not tags(html, "img")
    assert not tags(html, "script")
    assert "url(" not in html


@pytest.mark.parametrize("name", MAILS)
def test_a_subject_is_one_line(name: str) -> None:
    assert MAILS[name].subject.splitlines() == [MAILS[name].subject]


def test_a_code_reads_in_threes_and_copies_in_one() -> None:
    sent = code_mail(locale="ja", agency=AGENCY, code="012345")
    assert sent.subject == "確認コード: 012345(15分間有効)"
    assert "    012345\n" in sent.text
    assert "012345" in words(sent.html)
    assert re.search(r"<span>012</span><span style=\"margin-left:\d+px\">345</span>", sent.html)
    assert "心当たりがないとき" in sent.text


def test_a_credit_says_which_milestone_how_many_and_until_when() -> None:
    sent = MAILS["mail-credit-ja"]
    assert sent.subject == "無料採用枠が1件、付与されました"
    for fact in ("1回目", "10人", "1件", "2028年11月21日"):
        assert fact in sent.text
    assert sent.html.count("width:3px") == 9  # nine strokes and the baton
