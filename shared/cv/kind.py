"""What a file is, by its bytes: its name and what its sender says of it count for nothing."""

from typing import Final

from shared.domain.cv import LARGEST, Flaw, Judged, MediaType, refused

_PDF: Final = b"%PDF-"
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a DOCX with a password is wrapped in, and what the DOC of old was."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def judged(content: bytes) -> Judged:
    """Raises CvRefused."""
    if len(content) > LARGEST:
        raise refused(Flaw.TOO_LARGE)
    match media_type(content):
        case MediaType.PDF:
            from shared.cv import pdf

            return pdf.judged(content)
        case MediaType.DOCX:
            from shared.cv import docx

            return docx.judged(content)


def media_type(content: bytes) -> MediaType:
    """By how it begins; whether all of it is so is for its reader. Raises CvRefused."""
    if content.startswith(_PDF):
        return MediaType.PDF
    if content.startswith(_ZIP):
        return MediaType.DOCX
    raise refused(
        Flaw.ENCRYPTED if content.startswith(_OLE) and _LOCKED in content else Flaw.UNKNOWN_TYPE
    )
