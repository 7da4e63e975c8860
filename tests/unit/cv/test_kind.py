"""What a file is by its bytes, and why one is not kept."""

import struct

import pytest

from shared.cv.docx import LARGEST_PART, MOST_PARTS
from shared.cv.kind import judged
from shared.cv.pdf import MOST_PAGES
from shared.domain.cv import LARGEST, Flaw, Judged, MediaType
from shared.domain.errors import CvRefused
from shared.domain.forbidden import Kind
from tests.support.cvs import (
    EICAR,
    SCRIPT,
    a_docm,
    a_docx,
    a_pdf,
    a_pdf_bomb,
    a_zip_bomb,
    types,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="w"><w:p><w:t>&b;</w:t></w:p></w:document>'
)


def with_document(document: str | bytes) -> bytes:
    return zipped({"[Content_Types].xml": types(), "word/document.xml": document})


def lying(content: bytes) -> bytes:
    """Each part says in the directory that it is one byte long."""
    at, said = 0, bytearray(content)
    while (at := said.find(b"PK\x01\x02", at)) >= 0:
        said[at + 24 : at + 28] = struct.pack("<I", 1)
        at += 4
    return bytes(said)


def locked(content: bytes) -> bytes:
    """Each part says that it has a password."""
    said = bytearray(content)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = 0
        while (at := said.find(mark, at)) >= 0:
            said[at + flags] |= 1
            at += 4
    return bytes(said)


def test_a_pdf_is_known_and_its_pages_are_counted() -> None:
    assert judged(a_pdf("Ada", "Lovelace")) == Judged(MediaType.PDF, pages=2)


def test_a_docx_is_known() -> None:
    assert judged(a_docx("職務経歴書", "家族手当の計算")) == Judged(MediaType.DOCX)


def test_a_pdfs_text_is_looked_through_on_every_page() -> None:
    assert judged(a_pdf("CV", "Religion: none")).warnings == (Kind.CREED,)


def test_a_docxs_text_is_looked_through_also_where_it_is_cut_in_runs() -> None:
    runs = "".join(f"<w:r><w:t>{letter}</w:t></w:r>" for letter in "本籍")
    document = f'<w:document xmlns:w="w"><w:p>{runs}</w:p></w:document>'
    assert judged(with_document(document)).warnings == (Kind.ORIGIN,)


def test_what_is_no_text_of_a_docx_warns_of_nothing() -> None:
    document = '<w:document xmlns:w="w"><w:p w:note="本籍"><w:i>本籍</w:i></w:p></w:document>'
    assert judged(with_document(document)).warnings == ()


REFUSED = {
    "empty": (b"", Flaw.UNKNOWN_TYPE),
    "a script": (SCRIPT, Flaw.UNKNOWN_TYPE),
    "a virus scanner's test file": (EICAR, Flaw.UNKNOWN_TYPE),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), Flaw.UNKNOWN_TYPE),
    "a PDF behind something else": (SCRIPT + a_pdf(), Flaw.UNKNOWN_TYPE),
    "a script that says it is a PDF": (b"%PDF-1.7\n" + SCRIPT, Flaw.BROKEN),
    "half a PDF": (a_pdf("Ada")[:60], Flaw.BROKEN),
    "a PDF with a password": (a_pdf("Ada", locked=True), Flaw.ENCRYPTED),
    "a PDF of too many pages": (a_pdf(*["x"] * (MOST_PAGES + 1)), Flaw.TOO_MUCH_INSIDE),
    "a PDF that unpacks to 50 MB": (a_pdf_bomb(), Flaw.TOO_MUCH_INSIDE),
    "a zip of something else": (zipped({"a.txt": "x"}), Flaw.UNKNOWN_TYPE),
    "a spreadsheet": (a_docx(main="spreadsheetml.sheet.main+xml"), Flaw.UNKNOWN_TYPE),
    "half a DOCX": (a_docx("Ada")[:-30], Flaw.BROKEN),
    "a DOCX that is no XML": (with_document("<w:p>"), Flaw.BROKEN),
    "a DOCX with macros": (a_docm(), Flaw.MACROS),
    "a DOCX with macros nobody announces": (
        a_docx("CV", word__vbaProject_bin=b"x"),
        Flaw.MACROS,
    ),
    "a DOCX with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), Flaw.ENCRYPTED),
    "a DOCX whose parts have a password": (locked(a_docx("Ada")), Flaw.ENCRYPTED),
    "a DOC of old": (OLE + bytes(64), Flaw.UNKNOWN_TYPE),
    "a zip bomb": (a_zip_bomb(), Flaw.TOO_MUCH_INSIDE),
    "a document that unpacks to too much": (
        with_document(b" " * (LARGEST_PART + 1)),
        Flaw.TOO_MUCH_INSIDE,
    ),
    "a document that lies about its size": (
        lying(with_document(b" " * (LARGEST_PART + 1))),
        Flaw.BROKEN,
    ),
    "a DOCX of too many parts": (
        zipped({f"{n}.xml": "" for n in range(MOST_PARTS + 1)}),
        Flaw.TOO_MUCH_INSIDE,
    ),
    "a DOCX of entities": (with_document(ENTITIES), Flaw.TOO_MUCH_INSIDE),
    "more than 5 MB": (a_pdf() + bytes(LARGEST), Flaw.TOO_LARGE),
}


@pytest.mark.parametrize(("content", "flaw"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_cv_is_refused_and_says_why(content: bytes, flaw: Flaw) -> None:
    with pytest.raises(CvRefused) as refused:
        judged(content)
    assert refused.value.reason == flaw
