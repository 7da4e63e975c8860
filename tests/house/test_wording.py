"""What candidates and companies read: no gifts (S9), no rejection, no raised voice."""

import re
from pathlib import Path

import pytest

from shared.pages.catalogue import WORDS
from shared.pages.consent import TEXTS
from shared.pages.lint import GIFTS, RAISED, REJECTIONS
from shared.pages.penalty import NOTICES
from shared.pages.texts import FOLDER
from tests.unit.pages.reading import words
from tests.unit.pages.shown import MAILS, PAGES

BLAME = r"無効|不正|\b(?:invalid|illegal|forbidden|error)\b"
VERBS = Path(__file__).resolve().parents[2] / "functions"
"""Each with the words of its own pages."""
REFUSED = re.compile("|".join((GIFTS, REJECTIONS, RAISED, BLAME)), re.IGNORECASE)


def catalogues() -> dict[str, str]:
    files = sorted(Path(WORDS).rglob("*.toml"))
    told = {f"{file.parent.name}/{file.name}": _sentences(file) for file in files}
    inside = sorted(VERBS.glob("*/pages/words/*/*.toml"))
    told |= {str(file.relative_to(VERBS)): _sentences(file) for file in inside}
    notices = {f"penalty-{locale}": repr(notice) for locale, notice in NOTICES.items()}
    told |= {f"{file.parent.name}-{file.name}": _sentences(file) for file in FOLDER.rglob("*.toml")}
    return told | notices | {f"consent-{locale}": repr(texts) for locale, texts in TEXTS.items()}


def _sentences(file: Path) -> str:
    """What is said, without the names it is filed under."""
    return "\n".join(re.findall(r'"(.*)"', file.read_text("utf-8")))


def _page(html: str) -> str:
    title = html.partition("<title>")[2].partition("</title>")[0]
    return f"{title}\n{words(html)}"


READ = {
    **catalogues(),
    **{name: _page(html) for name, html in PAGES.items()},
    **{name: f"{m.subject}\n{m.text}\n{words(m.html)}" for name, m in MAILS.items()},
}


@pytest.mark.parametrize("name", READ)
def test_nothing_we_say_tempts_turns_away_shouts_or_blames(name: str) -> None:
    found = REFUSED.search(READ[name])
    assert not found, f"{name} says {found and found.group()!r}"


@pytest.mark.parametrize(
    "said",
    [
        "登録でお祝い金をさしあげます",
        "Amazonギフト券",
        "A $50 voucher for you",
        "残念ながら",
        "今回は不採用となりました",
        "ご活躍をお祈りします",
        "We regret to say",
        "登録しよう\uff01",
        "Register now!",
        "Invalid code",
    ],
)
def test_the_wording_check_notices(said: str) -> None:
    assert REFUSED.search(said)


def test_every_catalogue_is_read() -> None:
    assert {"ja/landing.toml", "en/mail.toml", "consent-ja", "landing-ja", "mail-code-en"} <= set(
        READ
    )
