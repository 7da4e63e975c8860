"""What a line of a mail looks like: the end of a letter, a rule, a name under it, or prose."""

import re
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

_ORNAMENT: Final = "-_=*~+#:|/‐‑‒–—―─━═│┃┌┐└┘┏┓┗┛╋ー〜☆★■□◆◇●○◎"
_AROUND: Final = f"{_ORNAMENT}【】[]<>「」,.、。! \t\u3000\xa0"
_LABEL: Final = re.compile(r"^.{1,12}:")
_CAPITAL: Final = r"(?:[A-Z0-9&(][\w&.,'()-]*|of|and|the)"


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_ENDS: Final = _pattern(
    "敬具|敬白|謹白|草々|早々|かしこ|署名|signature",
    r"(?:(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest)[ ,]*)?(?:regards|wishes)",
    r"(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?",
    "original message|forwarded message|元のメッセージ|転送メッセージ|転送されたメッセージ",
    r"on .{5,200} wrote|sent from my .{1,40}|get outlook for .{1,20}|.{1,20}から送信",
)
_CLOSES: Final = _pattern(
    "以上|以 上|(?:many )?thanks|thank you|best|cheers|all the best|with (?:thanks|gratitude)",
    r"(?:best|kind|warm) regards, .{1,40}|(?:yours )?sincerely, .{1,40}",
)
_COMPANIES: Final = re.compile("株式会社|有限会社|合同会社|\\(株\\)|法人|採用事務局")
_INCORPORATED: Final = re.compile(
    rf"{_CAPITAL}(?: {_CAPITAL})*,? (?:Inc|Ltd|LLC|Corp|K\.K|GmbH|PLC|Corporation)\.?"
)
_DESKS: Final = _pattern(
    "(?:人事|採用|総務|人材)[^ ]{0,6}(?:部|課|室|担当|グループ|チーム|センター)",
    r"^(?:the )?(?:[\w&]+ ){0,3}(?:recruit\w*|hiring|talent|hr|human resources|people)"
    r"(?: [\w&]+){0,2} (?:team|department|manager|acquisition|partner)$",
)
_PROSE: Final = re.compile(
    r"(?:[。.!?]|です|ます|ました|ません|でした|でしょう|ませ|ください|下さい)[)」』]?$"
)
_NOTICE: Final = _pattern(
    "^[※*>]",
    "送信専用|機密|心当たり|本メールは|このメールは|配信",
    "confidential|intended recipient",
)


def read(line: str) -> str:
    """Its words, of one width; no space around."""
    return normalize("NFKC", line).strip()


def _bare(line: str) -> str:
    return line.strip(_AROUND)


def ends_letter(line: str) -> bool:
    """What follows is a signature or a mail before this one, wherever it stands."""
    return line == "--" or _ENDS.fullmatch(_bare(line)) is not None


def is_rule(line: str) -> bool:
    drawn = "".join(line.split())
    return len(drawn) > 2 and not drawn.strip(_ORNAMENT)


def closes(line: str) -> bool:
    return is_rule(line) or line.startswith(">") or _CLOSES.fullmatch(_bare(line)) is not None


def names_sender(line: str) -> bool:
    if _INCORPORATED.fullmatch(line):
        return True
    found = _COMPANIES.search(line) or _DESKS.search(line)
    return found is not None and not _LABEL.match(line) and not _PROSE.search(line)


def may_be_signature(line: str) -> bool:
    """Anything but prose, for as long as nothing but that follows."""
    known: tuple[Callable[[str], object], ...] = (closes, names_sender, _NOTICE.search)
    return not _PROSE.search(line) or any(way(line) for way in known)
