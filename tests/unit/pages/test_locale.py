import pytest

from shared.pages.locale import choose


@pytest.mark.parametrize(
    ("lang", "header", "expected"),
    [
        ("en", "ja", "en"),
        ("ja", "en", "ja"),
        ("EN-gb", None, "en"),
        ("fr", "en", "en"),
        (None, "fr-FR, en;q=0.5, ja;q=0.9", "ja"),
        (None, "en-US,en;q=0.9", "en"),
        (None, "ja;q=0, en;q=0.1", "en"),
        (None, "en;q=nonsense", "ja"),
        (None, "fr, de;q=0.7", "ja"),
        (None, "*", "ja"),
        (None, None, "ja"),
        ("", "", "ja"),
        (None, "," * 100_000, "ja"),
    ],
)
def test_the_asked_language_wins_then_the_browsers_then_japanese(
    lang: str | None, header: str | None, expected: str
) -> None:
    assert choose(lang, header) == expected
