"""Who may do what: every function with the settings it reads and what it does to the Core table.

A setting brings the right to use what it names (infra.holdings); the actions here are on Core's
items. A transaction asks for the actions of the writes inside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shared.domain import endpoint
from shared.domain.connection import PURPOSE as ATS
from shared.domain.import_places import INCOMING, KEPT, LINKS
from shared.domain.second_factor import PURPOSE
from shared.settings import (
    AGENCY,
    ASK_QUEUE_URL,
    BUS_NAME,
    CONFIGURATION_SET,
    COUNT_QUEUE_URL,
    CV_BUCKET,
    DELIVER_QUEUE_URL,
    DISTRIBUTION_ID,
    EDGE_URL,
    IMPORT_BUCKET,
    MAIL_FROM,
    ORIGIN_SECRET,
    PEPPER_SECRET,
    RECEIVED_QUEUE_URL,
    SEALING_KEY,
    STAGE,
    SWEEP_AFTER_SECONDS,
)
from shared.table.keys import COMPANY_INDEX, DUE_INDEX

GET: Final = "dynamodb:GetItem"
PUT: Final = "dynamodb:PutItem"
UPDATE: Final = "dynamodb:UpdateItem"
DELETE: Final = "dynamodb:DeleteItem"
QUERY: Final = "dynamodb:Query"
READS_CVS: Final = "s3:GetObject"
KEEPS_CVS: Final = "s3:PutObject"
DELETES_CVS: Final = "s3:DeleteObject"
TAKES_IMPORTS: Final = {
    INCOMING: (READS_CVS, KEEPS_CVS, DELETES_CVS),
    KEPT: (KEEPS_CVS, DELETES_CVS),
    LINKS: (READS_CVS,),
}
READS_IMPORTS: Final = {
    INCOMING: (DELETES_CVS,),
    KEPT: (READS_CVS, DELETES_CVS),
    LINKS: (KEEPS_CVS,),
}
CHECK: Final = "dynamodb:ConditionCheckItem"
OF_COMPANIES: Final = (ATS, endpoint.PURPOSE)
"""What companies give us sealed, and are given: secrets of their ATSs, of their webhooks."""
FOR_COMPANIES: Final = (
    *(STAGE, PEPPER_SECRET, AGENCY, ORIGIN_SECRET, SEALING_KEY),
    *(IMPORT_BUCKET, DELIVER_QUEUE_URL),
)
"""What their programs and their pages need."""
ASKS_A_VENDOR: Final = 29
"""Seconds: a self-test asks a company's ATS one question (shared.connectors.wire), while somebody
waits; the API waits for no more than 30."""


@dataclass(frozen=True, slots=True)
class Verb:
    """Timeout in seconds, memory in MB: with 1769 MB comes one whole processor.

    Args:
        reads: the indexes of Core it may query.
        cvs: what it does to candidates' CVs.
        imports: what it does to companies' files of results, by where they lie.
        visits: what it does to the Clicks table.
        anywhere: the actions AWS knows no narrower resource for than the account.
        seals: what for it seals and unseals secrets of others with our key.
        opens: what for it unseals them, and seals none.
        with_edge: there is one only in the stages that have CloudFront in front.
    """

    core: tuple[str, ...]
    settings: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    cvs: tuple[str, ...] = ()
    imports: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    visits: str = ""
    anywhere: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    opens: str = ""
    timeout_s: int = 10
    memory_mb: int = 512
    snap: bool = False
    with_edge: bool = False


VERBS: Final = {
    # people and programs, waiting for an answer
    "click": Verb((GET,), (AGENCY, ORIGIN_SECRET), visits=UPDATE, memory_mb=1024, snap=True),
    "register": Verb(
        (GET, PUT, UPDATE, CHECK),
        (PEPPER_SECRET, AGENCY, ORIGIN_SECRET),
        memory_mb=1024,
        snap=True,
    ),
    "manage": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        FOR_COMPANIES,
        imports=TAKES_IMPORTS,
        visits=QUERY,
        seals=OF_COMPANIES,
        timeout_s=ASKS_A_VENDOR,
        memory_mb=1024,
    ),
    "sign_in": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY),
        (PEPPER_SECRET, AGENCY, ORIGIN_SECRET, SEALING_KEY),
        seals=(PURPOSE,),
        memory_mb=1024,
    ),
    "console": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        FOR_COMPANIES,
        imports=TAKES_IMPORTS,
        visits=QUERY,
        seals=OF_COMPANIES,
        timeout_s=ASKS_A_VENDOR,
        memory_mb=1024,
    ),
    "agency": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (PEPPER_SECRET, AGENCY, ORIGIN_SECRET),
        reads=(DUE_INDEX, COMPANY_INDEX),
        visits=GET,
        timeout_s=20,
        memory_mb=1024,
    ),
    "place": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (PEPPER_SECRET, AGENCY, CV_BUCKET, ORIGIN_SECRET),
        reads=(DUE_INDEX, COMPANY_INDEX),
        cvs=(READS_CVS, KEEPS_CVS, DELETES_CVS),
        timeout_s=20,
        memory_mb=1024,
    ),
    "answer": Verb(
        (GET, PUT, UPDATE, QUERY, CHECK), (PEPPER_SECRET, AGENCY, ORIGIN_SECRET), memory_mb=1024
    ),
    "inform": Verb((GET,), (AGENCY, ORIGIN_SECRET), memory_mb=1024),
    "me": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (PEPPER_SECRET, AGENCY, CV_BUCKET, ORIGIN_SECRET),
        cvs=(READS_CVS, KEEPS_CVS, DELETES_CVS),
        timeout_s=20,
        memory_mb=1024,
    ),
    "ats": Verb(
        (GET,),
        (PEPPER_SECRET, ORIGIN_SECRET, SEALING_KEY, RECEIVED_QUEUE_URL),
        opens=ATS,
        memory_mb=1024,
    ),
    # facts said aloud
    "publish": Verb((DELETE,), (BUS_NAME, COUNT_QUEUE_URL)),
    "sweep": Verb(
        (DELETE,),
        (BUS_NAME, COUNT_QUEUE_URL, SWEEP_AFTER_SECONDS),
        reads=(DUE_INDEX,),
        timeout_s=60,
    ),
    # facts heard
    "count": Verb((GET, PUT, UPDATE, DELETE), (PEPPER_SECRET,)),
    "grant": Verb((GET, PUT, UPDATE), timeout_s=5),
    "seal": Verb((GET, PUT, UPDATE, DELETE, QUERY), timeout_s=5),
    "file": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (PEPPER_SECRET, CV_BUCKET),
        cvs=(DELETES_CVS,),
        timeout_s=30,
    ),
    "relay": Verb((GET, PUT, UPDATE, QUERY), timeout_s=5),
    "import_csv": Verb(
        (GET, PUT, UPDATE),
        (PEPPER_SECRET, IMPORT_BUCKET),
        imports=READS_IMPORTS,
        timeout_s=120,
        memory_mb=1769,
    ),
    "tabulate": Verb((GET, PUT, UPDATE), timeout_s=5),
    "tell": Verb((PUT, QUERY), (DELIVER_QUEUE_URL,), timeout_s=20),
    # an attempt takes 15 seconds at most, and is no longer in hand after 60
    "deliver": Verb(
        (GET, PUT, UPDATE, DELETE),
        (DELIVER_QUEUE_URL, SEALING_KEY),
        opens=endpoint.PURPOSE,
        timeout_s=25,
        memory_mb=256,
    ),
    # and SITE: infra.site
    "notify": Verb(
        (GET, PUT, UPDATE, QUERY), (STAGE, PEPPER_SECRET, AGENCY, MAIL_FROM, CONFIGURATION_SET)
    ),
    "suppress": Verb((GET, PUT, UPDATE), (PEPPER_SECRET,)),
    "receive": Verb((GET, PUT, UPDATE), (PEPPER_SECRET, SEALING_KEY), opens=ATS, timeout_s=60),
    # by the clock alone
    "reconcile": Verb((GET, PUT, QUERY), reads=(COMPANY_INDEX, DUE_INDEX), timeout_s=900),
    "expire": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY), reads=(DUE_INDEX,), timeout_s=900, memory_mb=1024
    ),
    "judge": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY),
        (PEPPER_SECRET,),
        reads=(DUE_INDEX, COMPANY_INDEX),
        timeout_s=60,
    ),
    "again": Verb((UPDATE,), (DELIVER_QUEUE_URL,), reads=(DUE_INDEX,), timeout_s=55),
    "aftercare": Verb((GET, PUT, UPDATE, CHECK), reads=(DUE_INDEX,), timeout_s=900),
    "poll": Verb((UPDATE,), (ASK_QUEUE_URL,), reads=(DUE_INDEX,), timeout_s=60),
    # companies' recruiting systems, asked and written to by us. One question takes 23 seconds at
    # most (shared.connectors.wire), and writing needs five
    "ask": Verb(
        (GET, PUT, UPDATE), (PEPPER_SECRET, SEALING_KEY), opens=ATS, timeout_s=180, memory_mb=512
    ),
    # and SITE, WRITE_BACK_QUEUE_URL
    "write_back": Verb((GET, PUT, UPDATE), (SEALING_KEY,), opens=ATS, timeout_s=180),
    "gauge": Verb((), (AGENCY,), anywhere=("ses:GetAccount",)),
    # an operator's hand
    "approve": Verb((GET, PUT, UPDATE)),
    "issue_key": Verb((GET, PUT), (STAGE, PEPPER_SECRET)),
    "appoint": Verb((PUT,), (PEPPER_SECRET,)),
    # the calendar
    "rotate": Verb((), (ORIGIN_SECRET, DISTRIBUTION_ID, EDGE_URL), timeout_s=300, with_edge=True),
}

WAITED_FOR: Final = frozenset(
    {
        *("click", "register", "answer", "me", "inform"),
        *("manage", "agency", "place", "sign_in", "console"),
        "ats",
    }
)
"""A person, a program or a vendor waits for their answer."""
SELDOM: Final = frozenset({"gauge", "reconcile", "rotate", "expire", "aftercare", "poll"})
"""Called too seldom to fail three times in five minutes."""
BY_HAND: Final = frozenset({"approve", "issue_key", "appoint"})
"""An operator calls them, and reads what they answer."""
