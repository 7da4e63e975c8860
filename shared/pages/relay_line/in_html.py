"""The relay line in a mail of HTML: paragraphs where they may stand, else lines with breaks."""

from markupsafe import Markup, escape

from shared.pages.relay_line.line import has_line
from shared.pages.relay_line.markup import seen, unreadable
from shared.pages.relay_line.placed import Placed, newline
from shared.pages.relay_line.sight import Sight
from shared.pages.relay_line.signature import signature_at
from shared.pages.sentences import Snippet


def in_html(body: str, line: Snippet) -> Placed:
    """Before the signature, else at the end; nothing where the mail has one already.

    Raises InvalidRequest: it cannot be read to its end, or whatever is put there is not seen.
    """
    sight = seen(body)
    if has_line(sight.said, line.url):
        return Placed(body, "", "")
    placed = _placed(body, sight, line)
    if not has_line(seen(placed.whole).said, line.url):
        raise unreadable()
    return placed


def _placed(body: str, sight: Sight, line: Snippet) -> Placed:
    mark = newline(body)
    paragraphs = line.html.replace("\n", mark) + mark
    n = signature_at([one.text for one in sight.lines])
    if n is None:
        return Placed(body[: sight.end], paragraphs, body[sight.end :])
    first, apart = sight.lines[n], bool(sight.lines[n - 1].text)
    said = _broken(line, apart=apart) if first.in_phrase else paragraphs
    return Placed(body[: first.at], said, body[first.at :])


def _broken(line: Snippet, *, apart: bool) -> str:
    """
    Args:
        apart: an empty line comes first.
    """
    way = Markup('{0}<br><a href="{1}">{1}</a>').format(line.link, line.url)
    said = Markup("<br><br>").join((*map(escape, line.before), way, *map(escape, line.after)))
    return f"{'<br>' if apart else ''}{said}<br><br>"
