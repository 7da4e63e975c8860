import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from functions.console.room import caller, company, routes, shown
from shared import clock, mint, people, request, signed_in
from shared.contracts.events import SampleAsked
from shared.domain.errors import AlreadyDone, NotFound
from shared.domain.ids import CompanyId
from shared.domain.link import Link, LinkState
from shared.domain.locale import Locale
from shared.pages.locale import spoken
from shared.pages.sentences import STAGES, TONES, Snippet, Stage, Tone, snippet
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.links import Links
from shared.table.samples import Samples
from shared.wires import table

HERE: Final = "/console/sentences"
LISTED: Final = 100
_ONCE: Final = re.compile(r"smp_[0-9A-HJKMNP-TV-Z]{26}")

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
    event = router.current_event.raw_event
    query = event.get("queryStringParameters") or {}
    company_id = company(router, "links:read")
    found = Companies(table()).find(company_id)
    links, _ = Links(table()).page(company_id, limit=LISTED, after=None)
    chosen = choice(query, signed_in.locale_of(event, signed_in.session(router)))
    link = _link(links, chosen.link)
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
            "once": mint.mint("smp", clock.now()),
            "may_send": "links:write" in signed_in.seat(router).scopes,
            "sent": "sent" in query,
        },
        place=found.name,
    )


def _link(links: Sequence[Link], named: str) -> Link | None:
    """The one named, else the first that counts. Raises NotFound."""
    if named:
        for link in links:
            if link.link_id == named:
                return link
        raise NotFound("no such link")
    active = (link for link in links if link.state is LinkState.ACTIVE)
    return next(active, links[0] if links else None)


def _snippet(chosen: Choice, link: Link) -> Snippet:
    url = f"{request.origin(router.current_event.raw_event)}/r/{link.slug}"
    return snippet(people.agency(), url, chosen.text, chosen.stage, chosen.tone)


@router.post(f"{HERE}/sample")
def sample() -> Response[str]:
    """To the member's own address, and to no other."""
    event, now = router.current_event.raw_event, clock.now()
    asking = caller(router, "links:write")
    session = signed_in.session(router)
    typed = request.values(event)
    chosen = choice(typed, session.locale)
    once = str(typed.get("once") or "")
    member = CompanyMembers(table()).at(CompanyId(signed_in.seat(router).of), session.person)
    fact = SampleAsked(
        event_id=f"sample:{once if _ONCE.fullmatch(once) else mint.mint('smp', now)}",
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
