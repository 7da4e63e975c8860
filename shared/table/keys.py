"""Every key in the tables. Nothing else in the house spells `pk` or `sk`.

Core
entity        pk                   sk                written by              read by
Company       COMPANY#<id>         COMPANY           manage, approve         approve, notify, ..
Tally         COMPANY#<id>         TALLY             approve, register, ..   seal, agency
Head          COMPANY#<id>         HEAD              approve, seal, grant    seal, grant, manage, ..
Link          COMPANY#<id>         LINK#<id>         manage                  manage
Milestone     COMPANY#<id>         MILESTONE#<k>     register, count, ..     grant
Lot           COMPANY#<id>         LOT#<k>           grant                   manage, notify
Entry         COMPANY#<id>         ENTRY#<seq>       seal, grant             manage
Posted        COMPANY#<id>         POSTED#<entry_id> seal, grant             (uniqueness)
Doorway       SLUG#<slug>          SLUG              manage                  click, register
Registration  REG#<id>             REG               register, count, ..     register, count, notify
Person        PERSON#<hmac>        PERSON            register, count         (uniqueness, 12 months)
Rate          RATE#<what>#<window> RATE              register, manage        (ceiling; ttl)
Key           KEY#<sha256>         KEY               issue_key               manage, agency
First manager AGENCY               FIRST_MANAGER     appoint                 (uniqueness)
Member        AGENCY               MEMBER#<hmac>     appoint                 (signing in, later)
Answer        ANSWER#<scope>#<key> ANSWER            manage                  manage (replay; ttl)
Sent          SENT#<fact>          SENT              notify                  (uniqueness)
Suppressed    SUPPRESSED#<hmac>    SUPPRESSED        suppress                notify
Outbox        OUTBOX#<event_id>    EVENT             whoever commits a fact  publish (stream), sweep

Index `due`   OUTBOX#<shard 0-7>   time of the fact  (sparse)                sweep
              UNVERIFIED#<shard>   end of its day    (sparse)                sweep
Index `by_company` (keys, state, decided_at)
Registration  <company id>#<month> time it was made  register                reconcile
Company       COMPANIES            time of approval  approve                 reconcile

Clicks
Clicks of a day  LINK#<id>         DAY#<date>        click                   (statistics)
"""

import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from shared.domain.ids import CompanyId, LinkId, PersonKey, RegistrationId, Slug

PARTITION: Final = "pk"
SORT: Final = "sk"
EXPIRES: Final = "expires_at_s"
"""Time to live, epoch seconds. It only tidies up; nothing is decided by it."""
OUTBOX_PREFIX: Final = "OUTBOX#"
DUE_INDEX: Final = "due"
DUE_PARTITION: Final = "due_shard"
DUE_SORT: Final = "due_at"
COMPANY_INDEX: Final = "by_company"
COMPANY_PARTITION: Final = "company_month"
COMPANY_SORT: Final = "company_at"
COMPANY_SHOWS: Final = ("state", "decided_at")
"""What index `by_company` tells of an item beside its keys: enough to count, nobody's data."""
COMPANIES: Final = "COMPANIES"
"""The partition of index `by_company` that lists the companies let in."""
SHARDS: Final = 8
LONGEST: Final = 1024
"""Bytes; DynamoDB's limit of a sort key."""
TIDYING: Final = (EXPIRES, DUE_PARTITION, DUE_SORT)
"""What has an unverified registration deleted; a verdict removes it."""

COMPANY_PREFIX: Final = "COMPANY#"
REGISTRATION_PREFIX: Final = "REG#"
PERSON_PREFIX: Final = "PERSON#"
API_KEY_PREFIX: Final = "KEY#"
SENT_PREFIX: Final = "SENT#"
SUPPRESSED_PREFIX: Final = "SUPPRESSED#"
LINK_PREFIX: Final = "LINK#"
LOT_PREFIX: Final = "LOT#"
ENTRY_PREFIX: Final = "ENTRY#"
MILESTONE_PREFIX: Final = "MILESTONE#"
POSTED_PREFIX: Final = "POSTED#"


class Key(NamedTuple):
    pk: str
    sk: str


def fits(key: Key) -> bool:
    """A longer one names nothing we ever wrote."""
    return len(key.pk.encode()) <= LONGEST and len(key.sk.encode()) <= LONGEST


def of_company(company_id: CompanyId) -> str:
    return f"{COMPANY_PREFIX}{company_id}"


def company(company_id: CompanyId) -> Key:
    return Key(of_company(company_id), "COMPANY")


def tally(company_id: CompanyId) -> Key:
    return Key(of_company(company_id), "TALLY")


def head(company_id: CompanyId) -> Key:
    return Key(of_company(company_id), "HEAD")


def link(company_id: CompanyId, link_id: LinkId) -> Key:
    return Key(of_company(company_id), f"{LINK_PREFIX}{link_id}")


def milestone(company_id: CompanyId, number: int) -> Key:
    return Key(of_company(company_id), f"{MILESTONE_PREFIX}{number:06d}")


def lot(company_id: CompanyId, number: int) -> Key:
    return Key(of_company(company_id), f"{LOT_PREFIX}{number:06d}")


def entry(company_id: CompanyId, seq: int) -> Key:
    return Key(of_company(company_id), f"{ENTRY_PREFIX}{seq:010d}")


def posted(company_id: CompanyId, entry_id: str) -> Key:
    return Key(of_company(company_id), f"{POSTED_PREFIX}{entry_id}")


def doorway(slug: Slug) -> Key:
    return Key(f"SLUG#{slug}", "SLUG")


def registration(registration_id: RegistrationId) -> Key:
    return Key(f"{REGISTRATION_PREFIX}{registration_id}", "REG")


def person(key: PersonKey) -> Key:
    return Key(f"{PERSON_PREFIX}{key}", "PERSON")


def rate(what: str, window: str) -> Key:
    return Key(f"RATE#{what}#{window}", "RATE")


def api_key(digest: str) -> Key:
    return Key(f"{API_KEY_PREFIX}{digest}", "KEY")


def first_manager() -> Key:
    return Key("AGENCY", "FIRST_MANAGER")


def member(key: PersonKey) -> Key:
    return Key("AGENCY", f"MEMBER#{key}")


def answer(scope: str, digest: str) -> Key:
    return Key(f"ANSWER#{scope}#{digest}", "ANSWER")


def sent(fact: str) -> Key:
    return Key(f"{SENT_PREFIX}{fact}", "SENT")


def suppressed(key: PersonKey) -> Key:
    return Key(f"{SUPPRESSED_PREFIX}{key}", "SUPPRESSED")


def outbox(event_id: str) -> Key:
    return Key(f"{OUTBOX_PREFIX}{event_id}", "EVENT")


def due_shard(n: int) -> str:
    return f"{OUTBOX_PREFIX}{n}"


def shard_of(event_id: str) -> str:
    return due_shard(_number(event_id))


def unverified_shard(n: int) -> str:
    return f"UNVERIFIED#{n}"


def unverified_shard_of(registration_id: RegistrationId) -> str:
    return unverified_shard(_number(registration_id))


def company_month(company_id: CompanyId, at: datetime) -> str:
    return f"{company_id}#{at.astimezone(UTC):%Y-%m}"


def company_months(company_id: CompanyId, since: datetime, until: datetime) -> Iterator[str]:
    """Every partition of index `by_company` that may hold a registration of that time."""
    days = (at.astimezone(UTC) for at in (since, until))
    first, last = (day.year * 12 + day.month - 1 for day in days)
    for month in range(first, last + 1):
        yield f"{company_id}#{month // 12:04d}-{month % 12 + 1:02d}"


def _number(name: str) -> int:
    return zlib.crc32(name.encode()) % SHARDS


def clicks(link_id: LinkId, day: date) -> Key:
    return Key(f"LINK#{link_id}", f"DAY#{day.isoformat()}")
