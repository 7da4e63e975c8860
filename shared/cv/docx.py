"""A DOCX: a zip with a Word document inside, no macros, and no more than fits a CV."""

import io
import zipfile
import zlib
from typing import Final
from xml.parsers import expat

from shared.cv.words import Words
from shared.domain.cv import Flaw, Judged, MediaType, refused
from shared.domain.forbidden import seems_to_hold

MOST_PARTS: Final = 1_000
LARGEST_INSIDE: Final = 50 * 1024 * 1024
LARGEST_PART: Final = 10 * 1024 * 1024
"""Bytes, of what is read; what a part says of its own size is not believed."""
_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = "word/document.xml"
_MAIN: Final = b"wordprocessingml.document.main+xml"
_MACROS: Final = (b"macroenabled", b"vbaproject")


def judged(content: bytes) -> Judged:
    """Raises CvRefused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _judged(archive)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError):
        raise refused(Flaw.BROKEN) from None
    except (RuntimeError, NotImplementedError):  # how zipfile says that a part has a password
        raise refused(Flaw.ENCRYPTED) from None
    except MemoryError:
        raise refused(Flaw.TOO_MUCH_INSIDE) from None


def _judged(archive: zipfile.ZipFile) -> Judged:
    _within_bounds(archive)
    names = set(archive.namelist())
    if not {_TYPES, _DOCUMENT} <= names:
        raise refused(Flaw.UNKNOWN_TYPE)
    types = _part(archive, _TYPES).lower()
    if any(word in types for word in _MACROS) or any("vbaproject" in n.lower() for n in names):
        raise refused(Flaw.MACROS)
    if _MAIN not in types:
        raise refused(Flaw.UNKNOWN_TYPE)
    return Judged(MediaType.DOCX, None, seems_to_hold(Words.of(_part(archive, _DOCUMENT))))


def _within_bounds(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_INSIDE:
        raise refused(Flaw.TOO_MUCH_INSIDE)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise refused(Flaw.TOO_MUCH_INSIDE)
    return content
