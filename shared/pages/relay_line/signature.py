"""Where a mail's signature begins."""

from collections.abc import Iterator, Sequence

from shared.pages.relay_line.lines import closes, ends_letter, may_be_signature, names_sender, read


def signature_at(given: Sequence[str]) -> int | None:
    """The number of its first line, from 0; None: there is none, or nothing before it.

    >>> signature_at(["末筆ながら、ご活躍をお祈りいたします。", "", "敬具", "株式会社あおぞら"])
    2
    >>> signature_at(["Thank you for applying to Acme Inc.", "", "Acme Inc.", "+81 3 0000 0000"])
    2
    >>> signature_at(["株式会社あおぞらの青空です。", "ありがとうございました。"])
    """
    lines = [read(line) for line in given]
    begun = next((n for n, line in enumerate(lines) if line), len(lines))
    end = next((n for n in range(begun + 1, len(lines)) if ends_letter(lines[n])), len(lines))
    places = (n for n in (*_named(lines[:end]), end) if begun < n < len(lines))
    return next(places, None)


def _tail(lines: Sequence[str]) -> int:
    """Where what follows the last sentence begins."""
    start = len(lines)
    while start and may_be_signature(lines[start - 1]):
        start -= 1
    return start


def _named(lines: Sequence[str]) -> Iterator[int]:
    """The lines that only a signature has, first to last; a sender's with those above it."""
    paragraph = start = _tail(lines)
    for n in range(start, len(lines)):
        if not lines[n]:
            paragraph = n + 1
        elif closes(lines[n]):
            yield n
        elif names_sender(lines[n]):
            yield paragraph
