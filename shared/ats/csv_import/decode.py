"""Bytes to text, in the encodings Japanese systems and Excel write.

Shift_JIS is read as Microsoft's (cp932): ① and 髙 are in exports, and not in the standard.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from shared.ats.csv_import.flaw import Flaw, refused

LARGEST: Final = 10 * 1024 * 1024
"""Bytes."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""XLSX, and the XLS of old."""
_NO_TEXT: Final = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\uf8f0-\uf8f3]")
"""Control letters, as of ISO-2022-JP, and what cp932 makes of bytes that are nothing in it."""


def decoded(raw: bytes) -> str:
    """Without a byte order mark. Raises CsvRefused."""
    if len(raw) > LARGEST:
        raise refused(Flaw.TOO_LARGE)
    if raw.startswith(_WORKBOOKS):
        raise refused(Flaw.SPREADSHEET)
    for encoding in _encodings(raw):
        text = _read(raw, encoding)
        if text is not None and not _NO_TEXT.search(text):
            return text
    raise refused(Flaw.UNKNOWN_ENCODING)


def _encodings(raw: bytes) -> Iterator[str]:
    """What it may be, the surest first; a mark at the beginning leaves no doubt."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "utf-16"
    elif b"\0" in raw:
        yield "utf-16-le" if raw[1::2].count(0) >= raw[::2].count(0) else "utf-16-be"
    else:
        yield "utf-8-sig"
        if not raw.startswith(codecs.BOM_UTF8):
            yield "cp932"


def _read(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
