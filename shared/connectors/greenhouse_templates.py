"""Which rejection mails of a company print our field: `GET /email_templates`, `{id, name, type,
html_body}` with type `candidate_rejection` [D of v1; that v3 lists them alike: ?].
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shared.connectors.harvest import Harvest
from shared.connectors.reading import inside, parsed, reference
from shared.domain.trouble import Trouble, Why

REJECTION: Final = "candidate_rejection"
MOST_PAGES: Final = 20
_NEXT: Final = re.compile(r'<[^>]*[?&]cursor=([A-Za-z0-9%_.~=-]+)[^>]*>;\s*rel="?next"?')


def token_of(name_key: str) -> str:
    """What a custom field is called in a mail, as far as is known [?].

    >>> token_of("relay_url")
    '{{RELAY_URL}}'
    """
    return f"{{{{{name_key.upper()}}}}}"


@dataclass(frozen=True, slots=True)
class Template:
    template_ref: str
    name: str
    prints_url: bool


def rejection_templates(
    harvest: Harvest, token: str, now: datetime
) -> tuple[Template, ...] | Trouble:
    """Args:
    token: what the field is called in a mail, as `{{RELAY_URL}}`.
    """
    found: list[Template] = []
    asked = "per_page=500"
    for _ in range(MOST_PAGES):
        answer = harvest.ask("GET", f"/email_templates?{asked}", now)
        if isinstance(answer, Trouble):
            return answer
        rows = parsed(answer.body)
        if not isinstance(rows, list):
            return Trouble(Why.UNREADABLE, "no list of templates")
        found += (made for row in rows if (made := _template(row, token)))
        if not (following := _NEXT.search(answer.headers.get("link", ""))):
            return tuple(found)
        asked = f"cursor={following[1]}"
    return Trouble(Why.UNREADABLE, "the pages have no end")


def _template(row: Any, token: str) -> Template | None:
    ref, name, text = (inside(row, key) for key in ("id", "name", "html_body"))
    known = reference(ref)
    if known is None or inside(row, "type") != REJECTION or not isinstance(name, str):
        return None
    return Template(known, name[:200], isinstance(text, str) and token in text)
