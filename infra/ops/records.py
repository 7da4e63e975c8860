"""The DNS records the sender's domain needs, as data: what to set, why, and what SES found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from infra.sender import SPF, bounce_domain, feedback_host, zone_of
from infra.stage import Stage

STATES: Final = {
    "SUCCESS": "found",
    "PENDING": "not found yet",
    "TEMPORARY_FAILURE": "was found, and is not now",
    "FAILED": "not found for 72 hours",
    "NOT_STARTED": "not looked for",
}
UNKNOWN: Final = "SES does not look for it"


@dataclass(frozen=True, slots=True)
class Known:
    """What SES says of a domain; `dkim` and `bounces` are two of its statuses."""

    verified: bool
    dkim: str
    bounces: str
    dkim_names: tuple[str, ...]
    dkim_zone: str


@dataclass(frozen=True, slots=True)
class Record:
    """`by_hand`: not in a zone of this account, or not ours to set."""

    kind: str
    name: str
    value: str
    why: str
    state: str
    by_hand: bool


def records(stage: Stage, known: Known) -> list[Record]:
    return [*_dkim(stage, known), *_bounces(stage, known), *_dmarc(stage)]


def _dkim(stage: Stage, known: Known) -> Iterator[Record]:
    """All three are needed: SES changes its keys from one to the next."""
    state, by_hand = STATES[known.dkim], zone_of(stage) is None
    for name in known.dkim_names:
        where, value = f"{name}._domainkey.{stage.mail_domain}", f"{name}.{known.dkim_zone}"
        yield Record("CNAME", where, value, "signs every mail (DKIM)", state, by_hand)


def _bounces(stage: Stage, known: Known) -> Iterator[Record]:
    where, state = bounce_domain(stage.mail_domain), STATES[known.bounces]
    by_hand = zone_of(stage) is None
    mx = f"10 {feedback_host(stage.region)}"
    yield Record("MX", where, mx, "brings what cannot be delivered back to SES", state, by_hand)
    yield Record("TXT", where, f'"{SPF}"', "lets SES send in its name (SPF)", state, by_hand)


def _dmarc(stage: Stage) -> Iterator[Record]:
    """Reports go to the first operator; one elsewhere must say that it takes them (RFC 7489)."""
    domain, reader = stage.mail_domain, stage.operators[0]
    policy = f'"v=DMARC1; p=none; rua=mailto:{reader}"'
    why = "asks for reports (DMARC); p=quarantine once they show your mails alone, for two weeks"
    yield Record("TXT", f"_dmarc.{domain}", policy, why, UNKNOWN, by_hand=True)
    elsewhere = reader.partition("@")[2]
    if not (f".{domain}".endswith(f".{elsewhere}") or f".{elsewhere}".endswith(f".{domain}")):
        where = f"{domain}._report._dmarc.{elsewhere}"
        why = f"{elsewhere} takes the reports of {domain}; or leave rua out above"
        yield Record("TXT", where, '"v=DMARC1"', why, UNKNOWN, by_hand=True)
