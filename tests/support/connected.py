"""A company's connection to its ATS in a running relay, sealed by that relay's own key."""

from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

from shared.ats.sampled import samples
from shared.ats.signing import SIGNS, Signed
from shared.aws.sealed import KmsSealed
from shared.company.links import doorway_of
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.ids import CompanyId, ConnectionId, LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.sealed import Sealed
from shared.mint import mint, slug
from shared.table.commit import Table
from shared.table.connections import Connections
from tests.support.builders import a_company

SECRET: Final = "whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0LTAxMjM0"
NUMBERS: Final = count(1)


def connected(
    core: Table, kms: Any, key: str, company_id: CompanyId, provider: str = "greenhouse"
) -> Connection:
    now = datetime.now(UTC)
    name = ConnectionId(mint("ats", now))
    sealed = KmsSealed(key, kms).seal(SECRET, PURPOSE, name)
    link = Link(
        LinkId(mint("lnk", now)), company_id, Slug(slug()), "ATS", LinkState.ACTIVE, now, "ats"
    )
    connection = Connection(
        name, company_id, Provider(provider), provider, link.link_id, now, (Sealed(sealed),)
    )
    Connections(core).add(connection, link, doorway_of(link, a_company(company_id)))
    return connection


def signed(vendor: str, raw: bytes, message: str = "") -> Signed:
    name = message or f"message-{next(NUMBERS)}"
    return SIGNS[vendor](raw, SECRET, datetime.now(UTC), name)


def sample(vendor: str, name: str) -> Signed:
    return signed(vendor, samples(vendor)[name])
