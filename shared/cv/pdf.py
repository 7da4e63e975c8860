"""A PDF: it opens, nobody locked it, and its pages are counted and looked through."""

import io
import time
from collections.abc import Iterator
from typing import Final

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from shared.domain.cv import Flaw, Judged, MediaType, refused
from shared.domain.forbidden import LONGEST, seems_to_hold

MOST_PAGES: Final = 100
LARGEST_STREAM: Final = 20 * 1024 * 1024
"""Bytes, unpacked."""
LOOKING_S: Final = 4.0
"""Then the pages left are not looked through: a warning may be missed, a file is not refused."""
_CANNOT: Final = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What pypdf raises over a file that is no PDF after all."""


def judged(content: bytes) -> Judged:
    """Raises CvRefused."""
    try:
        with apply_configuration(zlib_maximum_output_length=LARGEST_STREAM, jbig2dec_binary=None):
            return _judged(PdfReader(io.BytesIO(content)))
    except (LimitReachedError, MemoryError):
        raise refused(Flaw.TOO_MUCH_INSIDE) from None
    except DependencyError:  # for ciphers we do not carry
        raise refused(Flaw.ENCRYPTED) from None
    except _CANNOT:
        raise refused(Flaw.BROKEN) from None


def _judged(reader: PdfReader) -> Judged:
    if reader.is_encrypted:
        raise refused(Flaw.ENCRYPTED)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise refused(Flaw.TOO_MUCH_INSIDE)
    if pages == 0:
        raise refused(Flaw.BROKEN)
    return Judged(MediaType.PDF, pages, seems_to_hold("\n".join(_text(reader))))


def _text(reader: PdfReader) -> Iterator[str]:
    until, left = time.monotonic() + LOOKING_S, LONGEST
    for page in reader.pages:
        if left <= 0 or time.monotonic() > until:
            return
        found = _words(page)[:left]
        left -= len(found)
        yield found


def _words(page: PageObject) -> str:
    """A page in a font nobody can read is a page all the same."""
    try:
        return page.extract_text()
    except LimitReachedError:
        raise
    except _CANNOT:
        return ""
