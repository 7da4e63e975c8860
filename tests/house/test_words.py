"""Every word is said in both languages and somewhere, and none is missing where it is read."""

import pytest

from tests.house.spoken import Page, by_code, has, is_said, leaves, pages
from tests.house.templates import Path_

PAGES = {str(page): page for page in pages()}
FRAME = next(page for page in PAGES.values() if page.name == "frame")


def unsaid(page: Page) -> list[Path_]:
    """Words no template reads by name, and no code could."""
    names, read = page.names(), page.read()
    left = (path for path in leaves(page.words("ja")) if path not in read)
    return [path for path in left if not is_said(path, names)]


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_say_the_same_things(name: str) -> None:
    page = PAGES[name]
    assert set(leaves(page.words("ja"))) == set(leaves(page.words("en")))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_said_that_nobody_reads(name: str) -> None:
    assert unsaid(PAGES[name]) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_read_that_is_not_said(name: str) -> None:
    page = PAGES[name]
    words = {"frame": FRAME.words("ja"), **page.words("ja")}
    assert [path for path in page.read() if not has(words, path)] == []


def test_what_code_reads_by_name_is_said() -> None:
    read = [*by_code()]
    assert len(read) > 20
    assert [(str(page), path) for page, path in read if not has(page.words("ja"), path)] == []


def test_a_word_nobody_reads_is_noticed_and_one_that_is_missing_too() -> None:
    figures = PAGES["functions/console/pages/words/figures"]
    read = figures.read()
    assert ("funnel",) in read and ("because",) in read
    assert not has(figures.words("ja"), ("funnels",))
    assert not is_said(("wrong", "from-mislaid"), figures.names())
