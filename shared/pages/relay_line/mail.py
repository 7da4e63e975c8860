"""The body of a company's own mail, as text, as HTML, or as both."""

from dataclasses import dataclass

from shared.domain.errors import InvalidRequest
from shared.pages.relay_line.in_html import in_html
from shared.pages.relay_line.in_text import in_text
from shared.pages.sentences import Snippet


@dataclass(frozen=True, slots=True)
class Body:
    text: str | None = None
    html: str | None = None


def with_line(body: Body, line: Snippet) -> Body:
    """Once in each of its parts. Raises InvalidRequest, naming the part."""
    if body.text is None and body.html is None:
        raise InvalidRequest("a mail has text, or html, or both", {"text": "missing"})
    return Body(
        text=None if body.text is None else in_text(body.text, line).whole,
        html=None if body.html is None else in_html(body.html, line).whole,
    )
