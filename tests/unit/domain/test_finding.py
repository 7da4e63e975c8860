"""By which beginnings a name is found, and by which not."""

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.finding import MOST, is_meant, term, terms

LETTERS = "abcdeyz山田太郎々"
words = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=2)


@given(name=words, length=st.integers(1, 24), swapped=st.booleans())
def test_whoever_types_a_beginning_finds_the_name(
    name: list[str], length: int, swapped: bool
) -> None:
    asked = "".join(reversed(name) if swapped else name)[:length]
    if looked_up := term([asked]):
        assert looked_up in terms(name)
        assert is_meant([asked], name)


@given(name=words, asked=words)
def test_what_is_meant_is_looked_up_under_one_of_its_terms(
    name: list[str], asked: list[str]
) -> None:
    looked_up = term(asked)
    if looked_up and is_meant(asked, name):
        assert looked_up in terms(name)


@given(names=st.lists(words, max_size=3))
def test_the_beginnings_of_one_thing_fit_into_a_transaction(names: list[list[str]]) -> None:
    found = terms(*names)
    assert len(found) == len(set(found)) <= MOST


def test_a_given_name_in_a_name_without_spaces_is_found() -> None:
    assert is_meant(["太郎"], ["山田太郎"])
    assert term(["太郎"]) in terms(["山田太郎"])


def test_the_middle_of_a_word_in_latin_letters_is_no_beginning() -> None:
    assert not is_meant(["mada"], ["yamada", "taro"])
    assert term(["mada"]) not in terms(["yamada", "taro"])


def test_one_letter_is_too_little_and_one_kanji_is_not() -> None:
    assert (term(["y"]), term(["山"])) == (None, "山")
