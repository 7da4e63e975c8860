"""CVs made by hand, good ones and others: no file is kept in the repository."""

import io
import zipfile
import zlib
from typing import Final

EICAR: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SCRIPT: Final = b"#!/bin/sh\nrm -rf ~\n"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_pdf(*pages: str, filters: bytes = b"", locked: bool = False) -> bytes:
    """A page a text; letters of ASCII alone, as the font that is in no file has no others."""
    contents = [f"BT /F1 12 Tf 72 720 Td ({page}) Tj ET".encode() for page in pages or ("CV",)]
    return _pdf([_stream(content, filters) for content in contents], locked)


def a_pdf_bomb() -> bytes:
    """50 MB of text in one page of 50 KB."""
    packed = zlib.compress(b"BT " + b" " * 50_000_000 + b"ET", 9)
    return _pdf([_stream(packed, b"/Filter /FlateDecode ")], locked=False)


def _stream(content: bytes, filters: bytes) -> bytes:
    head = b"<< " + filters + b"/Length %d >>" % len(content)
    return head + b"\nstream\n" + content + b"\nendstream"


def _pdf(streams: list[bytes], locked: bool) -> bytes:
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(streams), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, stream in enumerate(streams):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * n),
            stream,
        ]
    more = b""
    if locked:
        objects.append(
            b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -1 /O <%b> /U <%b> /OE <%b> /UE <%b>"
            b" /Perms <%b> >>" % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
        )
        more = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return _numbered(objects, more)


def _numbered(objects: list[bytes], trailer: bytes) -> bytes:
    written, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R%b >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer, len(written))
    )


def a_docx(*paragraphs: str, main: str = _WORD, **parts: bytes) -> bytes:
    """`parts` are more files inside, `__` for a slash and `_` for a dot."""
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs or ("CV",))
    document = f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{runs}</w:body></w:document>'
    named = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    return zipped({"[Content_Types].xml": types(main), "word/document.xml": document} | named)


def a_docm() -> bytes:
    return a_docx("CV", main=_MACRO, word__vbaProject_bin=b"Sub AutoOpen()")


def a_zip_bomb() -> bytes:
    """60 MB of nothing beside the CV, in 60 KB."""
    return a_docx("CV", word__media__image_png=bytes(60_000_000))


def types(main: str = _WORD) -> str:
    part = f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
    return f"<?xml version='1.0'?><Types>{part}</Types>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()
