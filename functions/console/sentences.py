from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from functions.console.room import caller, company, language, may, query, routes, seen, shown
from shared import clock, mint, people, request, signed_acts, signed_in
from shared.contracts.events import SampleAsked
from shared.domain.company import Company
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Link, LinkState
from shared.domain.locale import Locale
from shared.forms import typed
from shared.pages.locale import spoken
from shared.pages.sentences import STAGES, TONES, Snippet, Stage, Tone, snippet
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.links import Links
from shared.table.samples import Samples
from shared.wires import table

HERE: Final = "/console/sentences"
PAGE: Final = 100
"""Links to choose from, the newest; an older one is reached from its own page."""

router = routes()


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sentence is looked at; `text` is its language, whatever the reader's is."""

    link: str
    stage: Stage
    tone: Tone
    text: Locale

    def at(self, **changed: str) -> str:
        """Where this one is read, or one that differs from it."""
        said = {"link": self.link, "stage": self.stage, "tone": self.tone, "text": self.text}
        return f"{HERE}?{urlencode(said | changed)}"


def choice(said: Mapping[str, Any], locale: Locale) -> Choice:
    """What was asked for, as far as there is such a thing."""
    stage = next((s for s in STAGES if s == said.get("stage")), STAGES[0])
    tone = next((t for t in TONES if t == said.get("tone")), TONES[0])
    text = spoken(str(said.get("text") or "")) or locale
    return Choice(str(said.get("link") or ""), stage, tone, text)


@router.get(HERE)
def library() -> Response[str]:
    chosen = choice(query(router), language(router))
    mine, link, links = _read(company(router, "links:read"), chosen.link)
    return shown(
        router,
        "sentences",
        HERE,
        {
            "links": links,
            "link": link,
            "chosen": chosen,
            "one": _snippet(chosen, link) if link else None,
            "stages": STAGES,
            "tones": TONES,
            "may_send": may(router, "links:write"),
            "sent": "sent" in query(router),
        },
        place=mine.name,
    )


def _read(company_id: CompanyId, named: str) -> tuple[Company, Link | None, Sequence[Link]]:
    """The link named, else the newest that counts; and those to choose from. Raises NotFound."""
    links, _ = Links(table()).page(company_id, limit=PAGE, after=None, newest=True)
    if not named:
        active = (link for link in links if link.state is LinkState.ACTIVE)
        first = next(active, links[0] if links else None)
        return Companies(table()).find(company_id), first, links
    with seen():
        mine, link = Links(table()).with_company(company_id, LinkId(named))
    return mine, link, links if link in links else [link, *links]


def _snippet(chosen: Choice, link: Link) -> Snippet:
    url = f"{request.origin(router.current_event.raw_event)}/r/{link.slug}"
    return snippet(people.agency(), url, chosen.text, chosen.stage, chosen.tone)


@router.post(f"{HERE}/sample")
def sample() -> Response[str]:
    """To the member's own address, and to no other."""
    now = clock.now()
    asking = caller(router, "links:write")
    session = signed_in.session(router)
    said = typed(router)
    chosen = choice(said, session.locale)
    member = CompanyMembers(table()).at(CompanyId(signed_in.seat(router).of), session.person)
    fact = SampleAsked(
        event_id=f"sample:{_name(member.member_id, said, now)}",
        occurred_at=now,
        company_id=asking.company_for("links:write"),
        member_id=member.member_id,
        link_id=chosen.link,
        stage=chosen.stage,
        tone=chosen.tone,
        locale=chosen.text,
    )
    with suppress(AlreadyDone):  # the button was pressed twice
        Samples(table()).ask(fact, now)
    return signed_in.to(chosen.at(sent="1"))


def _name(member_id: str, said: Mapping[str, str], now: datetime) -> str:
    """The same of a form that is sent again, and of no other."""
    once = signed_acts.once_of(router.current_event.raw_event)
    if not once:
        return mint.mint("smp", now)
    same = urlencode([(name, said.get(name, "")) for name in ("link", "stage", "tone", "text")])
    return mint.key_digest(f"{member_id}\n{once}\n{same}")
