"""Who may do what: every function with the settings it reads and what it does to the Core table.

A setting brings the right to use what it names (infra.holdings); the actions here are on Core's
items. A transaction asks for the actions of the writes inside it.
"""

from dataclasses import dataclass
from typing import Final

from shared.domain.second_factor import PURPOSE
from shared.settings import (
    AGENCY,
    BUS_NAME,
    CONFIGURATION_SET,
    COUNT_QUEUE_URL,
    CV_BUCKET,
    DISTRIBUTION_ID,
    EDGE_URL,
    MAIL_FROM,
    ORIGIN_SECRET,
    PEPPER_SECRET,
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
CHECK: Final = "dynamodb:ConditionCheckItem"


@dataclass(frozen=True, slots=True)
class Verb:
    """Timeout in seconds, memory in MB: with 1769 MB comes one whole processor.

    Args:
        reads: the indexes of Core it may query.
        cvs: what it does to candidates' CVs.
        visits: what it does to the Clicks table.
        anywhere: the actions AWS knows no narrower resource for than the account.
        seals: what for it seals and unseals secrets of others with our key.
        with_edge: there is one only in the stages that have CloudFront in front.
    """

    core: tuple[str, ...]
    settings: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    cvs: tuple[str, ...] = ()
    visits: str = ""
    anywhere: tuple[str, ...] = ()
    seals: str = ""
    timeout_s: int = 10
    memory_mb: int = 512
    snap: bool = False
    with_edge: bool = False


VERBS: Final = {
    # people and programs, waiting for an answer
    "click": Verb((GET,), (AGENCY, ORIGIN_SECRET), visits=UPDATE, memory_mb=1024, snap=True),
    "register": Verb(
        (GET, PUT, UPDATE), (PEPPER_SECRET, AGENCY, ORIGIN_SECRET), memory_mb=1024, snap=True
    ),
    "manage": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (STAGE, PEPPER_SECRET, AGENCY, ORIGIN_SECRET),
        visits=QUERY,
        memory_mb=1024,
    ),
    "sign_in": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY),
        (PEPPER_SECRET, AGENCY, ORIGIN_SECRET, SEALING_KEY),
        seals=PURPOSE,
        memory_mb=1024,
    ),
    "console": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY, CHECK),
        (STAGE, PEPPER_SECRET, AGENCY, ORIGIN_SECRET),
        visits=QUERY,
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
    "relay": Verb((GET, PUT, UPDATE), timeout_s=5),
    "tabulate": Verb((GET, PUT, UPDATE), timeout_s=5),
    # and SITE: infra.site
    "notify": Verb(
        (GET, PUT, UPDATE, QUERY), (STAGE, PEPPER_SECRET, AGENCY, MAIL_FROM, CONFIGURATION_SET)
    ),
    "suppress": Verb((GET, PUT, UPDATE), (PEPPER_SECRET,)),
    # by the clock alone
    "reconcile": Verb((GET, PUT, QUERY), reads=(COMPANY_INDEX, DUE_INDEX), timeout_s=900),
    "expire": Verb(
        (GET, PUT, UPDATE, DELETE, QUERY), reads=(DUE_INDEX,), timeout_s=900, memory_mb=1024
    ),
    "judge": Verb(
        (GET, PUT, UPDATE, DELETE),
        (PEPPER_SECRET,),
        reads=(DUE_INDEX, COMPANY_INDEX),
        timeout_s=60,
    ),
    "aftercare": Verb((GET, PUT, UPDATE, CHECK), reads=(DUE_INDEX,), timeout_s=900),
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
    }
)
"""A person or a program waits for their answer."""
SELDOM: Final = frozenset({"gauge", "reconcile", "rotate", "expire", "aftercare"})
"""Called too seldom to fail three times in five minutes."""
BY_HAND: Final = frozenset({"approve", "issue_key", "appoint"})
"""An operator calls them, and reads what they answer."""
