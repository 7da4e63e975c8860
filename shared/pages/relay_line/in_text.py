"""The relay line in a mail of plain text."""

import re
from typing import Final

from shared.pages.relay_line.line import has_line
from shared.pages.relay_line.placed import Placed, newline
from shared.pages.relay_line.signature import signature_at
from shared.pages.sentences import Snippet

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def in_text(body: str, line: Snippet) -> Placed:
    """Before the signature, else at the end; nothing where the mail has one already."""
    if has_line(body, line.url):
        return Placed(body, "", "")
    mark, at = newline(body), _place(body)
    before, after = body[:at], body[at:]
    said = line.text.replace("\n", mark)
    return Placed(before, f"{_gap(before, mark)}{said}{mark * 2 if after else mark}", after)


def _place(body: str) -> int:
    lines = _LINE.findall(body)
    at = signature_at(lines)
    return len("".join(lines[:at]))


def _gap(before: str, mark: str) -> str:
    """What is missing of one empty line."""
    if not before or before.endswith(mark * 2):
        return ""
    return mark if before.endswith(mark) else mark * 2
