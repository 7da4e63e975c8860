"""Every key in the tables. Nothing else in the house spells `pk` or `sk`.

Core
entity        pk                   sk                written by              read by
Company       COMPANY#<id>         COMPANY           manage, approve, agency  approve, notify, ..
Tally         COMPANY#<id>         TALLY             approve, register, ..   seal, agency
Head          COMPANY#<id>         HEAD              approve, seal, grant, .. seal, manage, ..
Link          COMPANY#<id>         LINK#<id>         manage                  manage
Milestone     COMPANY#<id>         MILESTONE#<k>     register, count, ..     grant
Lot           COMPANY#<id>         LOT#<k>           grant, seal, manage, ..  the same, notify
Entry         COMPANY#<id>         ENTRY#<seq>       as Head                 manage, reconcile
Posted        COMPANY#<id>         POSTED#<entry_id> as Entry                (uniqueness)
Available     COMPANY#<id>         HEAD#<expiry>#<k>  grant, manage, ..     manage, reversals
Noticed       COMPANY#<id>         NOTICED#<event_id> expire                 (uniqueness; ttl)
Restored      COMPANY#<id>         RESTORED#<k>       place                  (uniqueness), reconcile
Adjustment    COMPANY#<id>         ADJUSTMENT#<id>    agency                 agency, reconcile
Job order     COMPANY#<id>         JOB#<id>           manage, place          manage, place, notify
Recommended   COMPANY#<id>         REC#<job>#<id>      place, file, ..         place, manage
Relay         COMPANY#<id>         RELAY_TO#<id>       relay                  manage
Relay         COMPANY#<id>         RELAY_FROM#<id>     relay                  manage
Gathered      COMPANY#<id>         UNSHOWN#<scope>    tabulate               (exact; nobody else)
Figures       COMPANY#<id>         STAT#<scope>#<month>  tabulate            manage, console
Screening     COMPANY#<id>         NOTE#<time>#<id>    agency                 agency
Void window   COMPANY#<id>         VOID#<link>#<id>    manage                 judge, manage
Rules         PROGRAMME            RULES#<version>     agency                 whoever judges
File          CANDIDATE#<id>       FILE                file, place, ..       place, notify, ..
Act on it     CANDIDATE#<id>       ACT#<time>#<id>#<n>  file, place, answer  place
New address   CANDIDATE#<id>       ADDRESS#<id>      me                      me, notify (ttl)
Consent       CANDIDATE#<id>       CONSENT#<what>#<time>  the same           place
CV            CANDIDATE#<id>       CV#<id>           place                   place
One of two    CANDIDATE#<id>       DUPLICATE#<id>~<id>  file                 place
Provided      CANDIDATE#<id>       PROVISION#<time>#<rec>  place             (the file's copy)
Their asking  CANDIDATE#<id>       REC#<id>          place                   the same, answer, file
Their coming  CANDIDATE#<id>       REG#<id>          file                    file, place
Asked about   CANDIDATE#<id>       OPEN#<job>          place                  (one question a job)
Asked of us   CANDIDATE#<id>       ASKED#<id>          agency                 file
Words on them CANDIDATE#<id>       SHOWN#, NOTE# <rec>    place               manage, place
Check-in      CANDIDATE#<id>       CHECKIN#<id>        file, aftercare, ..    aftercare
Thread        CANDIDATE#<id>       THREAD#<message>    place, answer         place, answer
Opened        OPENED#<who>#<id>    <hour>#<what>       place                 (one note an hour; ttl)
Whose file    PERSON#<hmac>        FILE                file, place            file, register
Phone         PHONE#<hmac>         PHONE               file, place            register, file
Likeness      LIKENESS#<hmac>      LIKENESS            file, place            file (90 days; ttl)
Found by      FIND#<hmac>          FOUND#candidate#<id>  file, place, me    agency
Found by      FIND#<hmac>          FOUND#company#<id>  manage, sign_in      agency
Found by      FIND#<hmac>          FOUND#job_order#<company>#<id>  manage, console  agency
Duplicate     DUPLICATE#<id>~<id>  DUPLICATE           file, place            place
Register      REGISTER#<kind>#<month>  <id>            file, place, ..       place (export; ttl)
Employer      REGISTER#employers   <company id>      place                  place (export)
Provision     PROVISION#<month>    <time>#<rec>        place                  place (export)
Drill         DRILLS               <drill id>          agency                 agency
Erasure       ERASED#<month>       <time>#<candidate>  file                   agency (ttl)
Erasures      ERASED#<month>       HOW_MANY            file                   agency (ttl)
Doorway       SLUG#<slug>          SLUG              manage                  click, register
Registration  REG#<id>             REG               register, count, judge, ..  the same, notify
Figured       SEEN#<registration>  FIGURES           tabulate               (uniqueness)
Person        PERSON#<hmac>        PERSON            register, count, ..  (uniqueness, 12 months)
Reversal      REG#<id>             REVERSAL          judge                   agency
Burst         BURST#<visitor>#<slug>  BURST          register                register (ttl)
Rate          RATE#<what>#<window> RATE              register, manage        (ceiling; ttl)
Whose adjustment  ADJUSTMENT#<id>  COMPANY           agency                  agency
Act           AUDIT#<month>        <time>#<id>       agency, ..              agency
Act of its own  COMPANY#<id>       AUDIT#<time>#<id>  manage, console        console, manage
Key           KEY#<sha256>         KEY               issue_key, console, ..  manage, agency
Complaint     COMPLAINTS           <id>              agency                  agency (ttl)
Asked of us   RIGHTS               <id>              agency                  agency, notify (ttl)
First manager AGENCY               FIRST_MANAGER     appoint                 (uniqueness)
Member        AGENCY               MEMBER#<hmac>     appoint, issue_key      issue_key, register, ..
Their keys    AGENCY               APIKEY#<hmac>#<key id>  issue_key        agency
Answer        ANSWER#<scope>#<key> ANSWER            manage, agency, place   the same (replay; ttl)
Sent          SENT#<fact>          SENT              notify                  (uniqueness)
Suppressed    SUPPRESSED#<hmac>    SUPPRESSED        suppress                notify
Outbox        OUTBOX#<event_id>    EVENT             whoever commits a fact  publish (stream), sweep
For the morning  MORNING#<event_id>  EVENT           notify                  sweep
Sign-in       SIGNIN#<id>          SIGNIN            sign_in                 sign_in, notify (ttl)
Session       SESSIONS#<hmac>      <sha256>          sign_in                 console, me, .. (ttl)
Second factor  SECOND#<hmac>       SECOND            sign_in                 sign_in
Company's own  COMPANY#<id>        MEMBER#<hmac>     manage, console         the same, notify
Roster        COMPANY#<id>         ROSTER            as the member           console, manage
Its own keys  COMPANY#<id>         APIKEY#<key id>   issue_key, console, ..  console, manage
Terms agreed  COMPANY#<id>         TERMS#<version>   console                 console
Seat          SEATS#<hmac>         COMPANY#<id>      as the member           sign_in, notify
Connection    CONNECTION#<id>      CONNECTION        manage, console         ats, receive, poll, ..
Its own ATSs  COMPANY#<id>         ATS#<id>          as the connection       manage, console
How far read  CONNECTION#<id>      MARK              manage, poll, ask       poll, ask
Application   CONNECTION#<id>      APPLICATION#<id>  receive, manage      the same, poll, ..
Who applied   CONNECTION#<id>      APPLICANT#<hmac>  receive                 receive
Delivered     CONNECTION#<id>      SEEN#<key>        receive           (uniqueness, 30 days; ttl)
Delivery      CONNECTION#<id>      DELIVERY#<time>#<id>  receive             manage, console (ttl)
How it goes   CONNECTION#<id>      HEALTH            receive, poll, ..       the same, console
How many      COMPANY#<id>         ENDPOINTS         as the endpoint         (at most ten)
Endpoint      COMPANY#<id>         ENDPOINT#<id>     manage, console, ..     tell, deliver, ..
Told          TOLD#<endpoint>      MESSAGE#<time>#<id>  tell, deliver, ..    the same, .. (ttl)
Under way     TOLD#<endpoint>      SLOT#<n>          deliver                 (ceiling; ttl)
Import        CONNECTION#<id>      IMPORT#<id>       manage, console, import_csv  the same (ttl)

Index `due`   OUTBOX#<shard 0-7>   time of the fact, or its morning (sparse)  sweep
              UNVERIFIED#<shard>   end of its day    (sparse)                sweep
              HOLD#<shard>         end of its hold   (sparse)                judge
              CREDIT#<shard>       180 days before its expiry  (sparse)      expire
              VOID#0               when to look       (sparse)                judge
              REMOVED#0            when it was removed  (sparse)             judge
              ENDING#<shard>       end of its last day  (sparse)             expire
              RUNOFF#0             when it left      (sparse)                expire
              CHECKIN#<shard>      when it is due    (sparse)                aftercare
              AGAIN#<shard>        when nobody has it in hand  (sparse)      again
              POLL#<shard>         its next turn     (sparse)                poll
              INBOX#<what>         since when, or by when  (sparse)          agency, place
Index `by_company` (keys, state, decided_at, link_id)
Registration  <company id>#<month> time it was made  register                reconcile, judge
Company       COMPANIES            time of approval  approve                 reconcile
Company       REFUSED              time of refusal  agency                  agency
Job order     OPEN_ORDERS          <company id>#<id>, while accepted  place  place

Clicks
Clicks of a month  COMPANY#<id>    MONTH#<month>#<link>  click               manage, console, agency
"""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from shared.domain.ids import (
    ApplicationId,
    CandidateId,
    CompanyId,
    ConnectionId,
    EndpointId,
    ImportId,
    JobOrderId,
    LinkId,
    PersonKey,
    RecommendationId,
    RegistrationId,
    Slug,
)

PARTITION: Final = "pk"
SORT: Final = "sk"
EXPIRES: Final = "expires_at_s"
"""Time to live, epoch seconds. It only tidies up; nothing is decided by it."""
OUTBOX_PREFIX: Final = "OUTBOX#"
MORNING_PREFIX: Final = "MORNING#"
DUE_INDEX: Final = "due"
DUE_PARTITION: Final = "due_shard"
DUE_SORT: Final = "due_at"
DUE: Final = (DUE_PARTITION, DUE_SORT)
"""What index `due` finds an item by; whoever is done with it removes both."""
COMPANY_INDEX: Final = "by_company"
COMPANY_PARTITION: Final = "company_month"
COMPANY_SORT: Final = "company_at"
COMPANY_SHOWS: Final = ("state", "decided_at", "link_id")
"""What index `by_company` tells of an item beside its keys: enough to count, nobody's data."""
COMPANIES: Final = "COMPANIES"
"""The partition of index `by_company` that lists the companies let in."""
REFUSED: Final = "REFUSED"
"""The partition of index `by_company` that lists the companies not let in."""
OPEN_ORDERS: Final = "OPEN_ORDERS"
"""The partition of index `by_company` that lists the job orders somebody is looked for."""
LISTED: Final = (COMPANY_PARTITION, COMPANY_SORT)
"""What index `by_company` finds an item by."""
SHARDS: Final = 8
LONGEST: Final = 1024
"""Bytes; DynamoDB's limit of a sort key."""
TIDYING: Final = (EXPIRES, *DUE)
"""What has an unverified registration deleted; a verdict removes it."""

DRILLS: Final = "DRILLS"
DRILL_PREFIX: Final = "drl_"
COMPANY_PREFIX: Final = "COMPANY#"
REGISTRATION_PREFIX: Final = "REG#"
PERSON_PREFIX: Final = "PERSON#"
API_KEY_PREFIX: Final = "KEY#"
SENT_PREFIX: Final = "SENT#"
SUPPRESSED_PREFIX: Final = "SUPPRESSED#"
LINK_PREFIX: Final = "LINK#"
NOTE_PREFIX: Final = "NOTE#"
AGENCY: Final = "AGENCY"
MEMBER_PREFIX: Final = "MEMBER#"
AUDIT_PREFIX: Final = "AUDIT#"
COMPLAINTS: Final = "COMPLAINTS"
COMPLAINT_PREFIX: Final = "cpl_"
RIGHTS: Final = "RIGHTS"
RIGHTS_PREFIX: Final = "rgt_"
"""What people asked of their data, each request under its id."""
LOT_PREFIX: Final = "LOT#"
ENTRY_PREFIX: Final = "ENTRY#"
HEAD_PREFIX: Final = "HEAD"
FOUND_PREFIX: Final = "FOUND#"
AVAILABLE_PREFIX: Final = "HEAD#"
"""Behind the head, so that one query reads it with the credits to spend first."""
RESTORED_PREFIX: Final = "RESTORED#"
ADJUSTMENT_PREFIX: Final = "ADJUSTMENT#"
JOB_ORDER_PREFIX: Final = "JOB#"
RECOMMENDATION_PREFIX: Final = "REC#"
CANDIDATE_PREFIX: Final = "CANDIDATE#"
VOID_PREFIX: Final = "VOID#"
THREAD_PREFIX: Final = "THREAD#"
"""Behind all else of a file, so that one query reads a file and none of its long thread."""
ACT_PREFIX: Final = "ACT#"
ADDRESS_PREFIX: Final = "ADDRESS#"
"""A new address until its code is typed, and the one before until its owner was told."""
CHECK_IN_PREFIX: Final = "CHECKIN#"
CONSENT_PREFIX: Final = "CONSENT#"
CV_PREFIX: Final = "CV#"
DUPLICATE_PREFIX: Final = "DUPLICATE#"
PROVISION_PREFIX: Final = "PROVISION#"
OPEN_PREFIX: Final = "OPEN#"
ASKED_PREFIX: Final = "ASKED#"
"""Leads from a file to a request or a complaint of theirs."""
SHOWN_PREFIX: Final = "SHOWN#"
"""What a company was shown, as it was that day."""
RELAY_PREFIX: Final = "RELAY_"
RELAY_TO_PREFIX: Final = "RELAY_TO#"
RULES_PREFIX: Final = "RULES#"
PROGRAMME: Final = "PROGRAMME"
MILESTONE_PREFIX: Final = "MILESTONE#"
POSTED_PREFIX: Final = "POSTED#"
OWN_KEY_PREFIX: Final = "APIKEY#"
"""What a company is shown of a key: it opens nothing."""
CONNECTION: Final = "CONNECTION"
CONNECTION_PREFIX: Final = "CONNECTION#"
OWN_ATS_PREFIX: Final = "ATS#"
IMPORT_PREFIX: Final = "IMPORT#"
"""What a company's connections are listed by."""
ENDPOINT_PREFIX: Final = "ENDPOINT#"
DELIVERY_PREFIX: Final = "DELIVERY#"
"""What a connection's deliveries are listed by."""
MESSAGE_PREFIX: Final = "MESSAGE#"
"""What an endpoint was told, or is to be: its log."""


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


def available(company_id: CompanyId, expires_at: str, number: int) -> Key:
    """`expires_at` as codec.stamp writes it: it sorts as the time does."""
    return Key(of_company(company_id), f"{AVAILABLE_PREFIX}{expires_at}#{number:06d}")


def restored(company_id: CompanyId, number: int) -> Key:
    return Key(of_company(company_id), f"{RESTORED_PREFIX}{number:06d}")


def adjustment(company_id: CompanyId, adjustment_id: str) -> Key:
    return Key(of_company(company_id), f"{ADJUSTMENT_PREFIX}{adjustment_id}")


def job_order(company_id: CompanyId, job_order_id: JobOrderId) -> Key:
    return Key(of_company(company_id), f"{JOB_ORDER_PREFIX}{job_order_id}")


def recommendation(
    company_id: CompanyId, job_order_id: JobOrderId, recommendation_id: RecommendationId
) -> Key:
    sort = f"{recommendations(job_order_id)}{recommendation_id}"
    return Key(of_company(company_id), sort)


def recommendations(job_order_id: JobOrderId) -> str:
    """What the sort keys of an order's recommendations begin with."""
    return f"{RECOMMENDATION_PREFIX}{job_order_id}#"


def relay_to(company_id: CompanyId, hiring: CompanyId) -> Key:
    return Key(of_company(company_id), f"{RELAY_TO_PREFIX}{hiring}")


def relay_from(company_id: CompanyId, referring: CompanyId) -> Key:
    return Key(of_company(company_id), f"RELAY_FROM#{referring}")


def void_windows(link_id: LinkId) -> str:
    """What the sort keys of a link's windows begin with."""
    return f"{VOID_PREFIX}{link_id}#"


def void_window(company_id: CompanyId, link_id: LinkId, window_id: str) -> Key:
    return Key(of_company(company_id), f"{void_windows(link_id)}{window_id}")


def rules(version: int) -> Key:
    return Key(PROGRAMME, f"{RULES_PREFIX}{version:06d}")


def of_candidate(candidate_id: CandidateId) -> str:
    return f"{CANDIDATE_PREFIX}{candidate_id}"


def candidate_file(candidate_id: CandidateId) -> Key:
    return Key(of_candidate(candidate_id), "FILE")


def part_of_file(candidate_id: CandidateId, prefix: str, name: str) -> Key:
    """`prefix` as in the table above: `REG#`, `REC#`, `THREAD#`, .."""
    return Key(of_candidate(candidate_id), f"{prefix}{name}")


def provision(at: datetime, recommendation_id: RecommendationId) -> Key:
    utc = at.astimezone(UTC)
    moment = utc.isoformat(timespec="milliseconds")
    return Key(f"{PROVISION_PREFIX}{utc:%Y-%m}", f"{moment}#{recommendation_id}")


def drill(drill_id: str) -> Key:
    """The id begins with its time."""
    return Key(DRILLS, drill_id)


def erasures(month: str) -> str:
    """The partition of a month's erasures, `month` as in 2026-03 (Tokyo)."""
    return f"ERASED#{month}"


def erasure(month: str, at: str, candidate_id: CandidateId) -> Key:
    """`at` as codec.stamp writes it."""
    return Key(erasures(month), f"{at}#{candidate_id}")


def erased(month: str) -> Key:
    """How many there were. It sorts behind them."""
    return Key(erasures(month), "HOW_MANY")


def register(kind: str, month: str, name: str) -> Key:
    return Key(of_register(kind, month), name)


def of_register(kind: str, month: str) -> str:
    return f"REGISTER#{kind}#{month}"


def employer(company_id: CompanyId) -> Key:
    """What the registers say of a company, and nobody else asks for."""
    return Key("REGISTER#employers", company_id)


def whose_file(person: PersonKey) -> Key:
    return Key(f"{PERSON_PREFIX}{person}", "FILE")


def phone(digest: str) -> Key:
    return Key(f"PHONE#{digest}", "PHONE")


def noticed(company_id: CompanyId, event_id: str) -> Key:
    return Key(of_company(company_id), f"NOTICED#{event_id}")


def screening_note(company_id: CompanyId, at: str, note_id: str) -> Key:
    return Key(of_company(company_id), f"{NOTE_PREFIX}{at}#{note_id}")


def whose_adjustment(adjustment_id: str) -> Key:
    return Key(f"ADJUSTMENT#{adjustment_id}", "COMPANY")


def audits(month: str) -> str:
    """The partition of a month's acts, `month` as in 2026-03 (UTC)."""
    return f"AUDIT#{month}"


def audit(at: str, audit_id: str) -> Key:
    """`at` as codec.stamp writes it."""
    return Key(audits(at[:7]), f"{at}#{audit_id}")


def complaint(complaint_id: str) -> Key:
    return Key(COMPLAINTS, complaint_id)


def rights_request(request_id: str) -> Key:
    return Key(RIGHTS, request_id)


def opened(who: str, about: str, hour: str, what: str) -> Key:
    """`hour` as codec.stamp begins."""
    return Key(f"OPENED#{who}#{about}", f"{hour}#{what}")


def likeness(digest: str) -> Key:
    return Key(f"LIKENESS#{digest}", "LIKENESS")


def finding(found: str) -> str:
    """The partition of all whose name begins so; `found` as the pepper says it."""
    return f"FIND#{found}"


def found(beginning: str, name: str) -> Key:
    """`name` as in the table above: `candidate#<id>`, .."""
    return Key(finding(beginning), f"{FOUND_PREFIX}{name}")


def duplicate(duplicate_id: str) -> Key:
    return Key(f"{DUPLICATE_PREFIX}{duplicate_id}", "DUPLICATE")


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


def reversal(registration_id: RegistrationId) -> Key:
    """Somebody decides whether this one, counted, is taken back."""
    return Key(f"{REGISTRATION_PREFIX}{registration_id}", "REVERSAL")


def person(key: PersonKey) -> Key:
    return Key(f"{PERSON_PREFIX}{key}", "PERSON")


def burst(visitor: str, slug: Slug) -> Key:
    return Key(f"BURST#{visitor}#{slug}", "BURST")


def rate(what: str, window: str) -> Key:
    return Key(f"RATE#{what}#{window}", "RATE")


def api_key(digest: str) -> Key:
    return Key(f"{API_KEY_PREFIX}{digest}", "KEY")


def first_manager() -> Key:
    return Key(AGENCY, "FIRST_MANAGER")


def member(key: PersonKey) -> Key:
    return Key(AGENCY, f"{MEMBER_PREFIX}{key}")


def keys_of_member(key: PersonKey) -> str:
    """What the sort keys of a member's API keys begin with."""
    return f"{OWN_KEY_PREFIX}{key}#"


def key_of_member(key: PersonKey, key_id: str) -> Key:
    return Key(AGENCY, f"{keys_of_member(key)}{key_id}")


def company_member(company_id: CompanyId, key: PersonKey) -> Key:
    return Key(of_company(company_id), f"{MEMBER_PREFIX}{key}")


def roster(company_id: CompanyId) -> Key:
    """How many owners there are, and what whoever acted here is called."""
    return Key(of_company(company_id), "ROSTER")


def own_key(company_id: CompanyId, key_id: str) -> Key:
    return Key(of_company(company_id), f"{OWN_KEY_PREFIX}{key_id}")


def terms(company_id: CompanyId, version: str) -> Key:
    return Key(of_company(company_id), f"TERMS#{version}")


def company_audit(company_id: CompanyId, at: str, audit_id: str) -> Key:
    return Key(of_company(company_id), f"{AUDIT_PREFIX}{at}#{audit_id}")


def seats(key: PersonKey) -> str:
    return f"SEATS#{key}"


def seat(key: PersonKey, company_id: CompanyId) -> Key:
    """So that whoever signs in finds their companies in one query."""
    return Key(seats(key), f"{COMPANY_PREFIX}{company_id}")


def sign_in(sign_in_id: str) -> Key:
    return Key(f"SIGNIN#{sign_in_id}", "SIGNIN")


def sessions(key: PersonKey) -> str:
    """One partition a person: signing out everywhere empties it."""
    return f"SESSIONS#{key}"


def session(key: PersonKey, digest: str) -> Key:
    return Key(sessions(key), digest)


def second_factor(key: PersonKey) -> Key:
    return Key(f"SECOND#{key}", "SECOND")


def answer(scope: str, digest: str) -> Key:
    return Key(f"ANSWER#{scope}#{digest}", "ANSWER")


def sent(fact: str) -> Key:
    return Key(f"{SENT_PREFIX}{fact}", "SENT")


def suppressed(key: PersonKey) -> Key:
    return Key(f"{SUPPRESSED_PREFIX}{key}", "SUPPRESSED")


def outbox(event_id: str) -> Key:
    return Key(f"{OUTBOX_PREFIX}{event_id}", "EVENT")


def held(event_id: str) -> Key:
    """A fact whose mail waits for the morning."""
    return Key(f"{MORNING_PREFIX}{event_id}", "EVENT")


def due_shard(n: int) -> str:
    return f"{OUTBOX_PREFIX}{n}"


def shard_of(event_id: str) -> str:
    return due_shard(_number(event_id))


def unverified_shard(n: int) -> str:
    return f"UNVERIFIED#{n}"


def unverified_shard_of(registration_id: RegistrationId) -> str:
    return unverified_shard(_number(registration_id))


def hold_shard(n: int) -> str:
    return f"HOLD#{n}"


def hold_shard_of(registration_id: RegistrationId) -> str:
    return hold_shard(_number(registration_id))


def credit_shard(n: int) -> str:
    return f"CREDIT#{n}"


def credit_shard_of(company_id: CompanyId) -> str:
    return credit_shard(_number(company_id))


RUNOFF: Final = "RUNOFF#0"
VOIDING: Final = "VOID#0"
"""The partition of index `due` with the windows that are worked on."""
REMOVED: Final = "REMOVED#0"
"""With the connections that were removed, until their applications' links are closed."""


def ending_shard(n: int) -> str:
    """Job orders taken on that have a last day."""
    return f"ENDING#{n}"


def ending_shard_of(company_id: CompanyId) -> str:
    return ending_shard(_number(company_id))


def check_in_shard(n: int) -> str:
    return f"{CHECK_IN_PREFIX}{n}"


def check_in_shard_of(candidate_id: CandidateId) -> str:
    return check_in_shard(_number(candidate_id))


class Inbox(StrEnum):
    """What waits for a person at the agency."""

    HELD = "held"
    COMPANIES = "companies"
    ADJUSTMENTS = "adjustments"
    REVERSALS = "reversals"
    JOB_ORDERS = "job_orders"
    CONTACT = "contact"
    """Those an adviser is to write to."""
    ASKED = "asked"
    """Candidates who were asked about a job order and said nothing yet."""
    CONSENTED = "consented"
    """Who said yes: their adviser shows them to the company."""
    JOINED = "joined"
    """Since the day they joined: they may leave early."""
    DUPLICATES = "duplicates"
    COMPLAINTS = "complaints"
    RIGHTS = "rights"
    """What people asked of their data."""


def inbox(what: Inbox) -> str:
    return f"INBOX#{what}"


def company_month(company_id: CompanyId, at: datetime) -> str:
    return f"{company_id}#{at.astimezone(UTC):%Y-%m}"


def company_months(company_id: CompanyId, since: datetime, until: datetime) -> Iterator[str]:
    """Every partition of index `by_company` that may hold a registration of that time."""
    return (f"{company_id}#{month}" for month in months(since, until))


def months(since: datetime, until: datetime) -> Iterator[str]:
    """By UTC, as keys name them."""
    days = (at.astimezone(UTC) for at in (since, until))
    first, last = (day.year * 12 + day.month - 1 for day in days)
    for month in range(first, last + 1):
        yield f"{month // 12:04d}-{month % 12 + 1:02d}"


def _number(name: str) -> int:
    return zlib.crc32(name.encode()) % SHARDS


def figures(company_id: CompanyId, scope: str, month: str) -> Key:
    """What a company may read; `scope` is a link's id, or that of all of them."""
    return Key(of_company(company_id), f"STAT#{scope}#{month}")


def gathered(company_id: CompanyId, scope: str) -> Key:
    return Key(of_company(company_id), f"UNSHOWN#{scope}")


def figured(registration_id: RegistrationId) -> Key:
    return Key(f"SEEN#{registration_id}", "FIGURES")


def clicks_of(month: str) -> str:
    """What the sort keys of a month's visits begin with."""
    return f"MONTH#{month}"


def clicks(company_id: CompanyId, link_id: LinkId, month: str) -> Key:
    return Key(of_company(company_id), f"{clicks_of(month)}#{link_id}")


def of_connection(connection_id: ConnectionId) -> str:
    return f"{CONNECTION_PREFIX}{connection_id}"


def connection(connection_id: ConnectionId) -> Key:
    return Key(of_connection(connection_id), CONNECTION)


def own_ats(company_id: CompanyId, connection_id: ConnectionId) -> Key:
    return Key(of_company(company_id), f"{OWN_ATS_PREFIX}{connection_id}")


def mark(connection_id: ConnectionId) -> Key:
    return Key(of_connection(connection_id), "MARK")


def poll_shard(number: int) -> str:
    """The partition of index `due` that lists the connections somebody has to ask."""
    return f"POLL#{number}"


def poll_shard_of(connection_id: ConnectionId) -> str:
    return poll_shard(_number(connection_id))


APPLICATION_PREFIX: Final = "APPLICATION#"


def application(connection_id: ConnectionId, application_id: ApplicationId) -> Key:
    return Key(of_connection(connection_id), f"{APPLICATION_PREFIX}{application_id}")


def applicant(connection_id: ConnectionId, candidate_ref: str) -> Key:
    """`candidate_ref`: a keyed hash."""
    return Key(of_connection(connection_id), f"APPLICANT#{candidate_ref}")


def seen(connection_id: ConnectionId, key: str) -> Key:
    """`key`: a delivery's, as shared.ats names it."""
    return Key(of_connection(connection_id), f"SEEN#{key}")


def delivery(connection_id: ConnectionId, at: str, delivery_id: str) -> Key:
    """`at` as codec.stamp writes it."""
    return Key(of_connection(connection_id), f"{DELIVERY_PREFIX}{at}#{delivery_id}")


def health(connection_id: ConnectionId) -> Key:
    return Key(of_connection(connection_id), "HEALTH")


def endpoints(company_id: CompanyId) -> Key:
    """How many there are."""
    return Key(of_company(company_id), "ENDPOINTS")


def endpoint(company_id: CompanyId, endpoint_id: EndpointId) -> Key:
    return Key(of_company(company_id), f"{ENDPOINT_PREFIX}{endpoint_id}")


def told(endpoint_id: EndpointId) -> str:
    """The partition of what an endpoint was told."""
    return f"TOLD#{endpoint_id}"


def messages(day: str = "") -> str:
    """What the sort keys of a day's messages begin with, `day` as in 2026-04-01 (UTC)."""
    return f"{MESSAGE_PREFIX}{day}"


def message(endpoint_id: EndpointId, at: str, message_id: str) -> Key:
    """`at` as codec.stamp writes it, of the fact."""
    return Key(told(endpoint_id), f"{messages(at)}#{message_id}")


def slot(endpoint_id: EndpointId, n: int) -> Key:
    return Key(told(endpoint_id), f"SLOT#{n}")


def again_shard(n: int) -> str:
    return f"AGAIN#{n}"


def again_shard_of(message_id: str) -> str:
    return again_shard(_number(message_id))


def file_import(connection_id: ConnectionId, import_id: ImportId) -> Key:
    return Key(of_connection(connection_id), f"{IMPORT_PREFIX}{import_id}")
