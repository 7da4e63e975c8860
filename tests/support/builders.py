"""Ordinary things with one word changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from shared.domain.agency import Agency
from shared.domain.company import Company, CompanyState
from shared.domain.consent import Consents
from shared.domain.fee import fee
from shared.domain.ids import CompanyId, JobOrderId, LinkId, RegistrationId, Slug
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.link import Doorway, Link, LinkState
from shared.domain.registration import CODE_VALID, Candidate, Registration
from shared.domain.rules import FIRST
from shared.pepper import Pepper
from shared.programme import Kept
from tests.support.conditions import CONDITIONS

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOON.date()
ACME, BOLT = CompanyId("co_acme"), CompanyId("co_bolt")


def named(prefix: str, name: object) -> str:
    """An id given at noon, as it says itself."""
    return f"{prefix}_01KJP7T0W0{str(name).upper():0>16}"


JOBS = {n: JobOrderId(named("job", n)) for n in range(1, 11)}
PEPPER = Pepper(b"a pepper for tests")
PROGRAMME = Kept()
"""The rules as they began."""
OPENED = Head(ACME, sealed_on=TODAY)
"""The ledger of a company just approved."""
AGENCY = Agency(
    name="みちしるべキャリア株式会社",
    name_en="Michishirube Career Inc.",
    licence_number="13-ユ-316042",
    licence_until=date(2031, 3, 31),
    address="東京都千代田区丸の内一丁目1番1号",
    address_en="1-1-1 Marunouchi, Chiyoda-ku, Tokyo",
    contact_email="support@michishirube.example",
    privacy_url="https://michishirube.example/privacy",
    responsible="道標 次郎",
    phone="03-0000-0000",
    site="https://relay.example",
)


def a_company(company_id: CompanyId = ACME, **changed: Any) -> Company:
    company = Company(
        company_id=company_id,
        name="株式会社あおぞら製作所",
        contact_email="saiyo@aozora.example",
        contact_name="青空 花子",
        locale="ja",
        state=CompanyState.PENDING_REVIEW,
        created_at=NOON,
    )
    return replace(company, **changed)


def a_link(slug: str = "acme-link", company_id: CompanyId = ACME, **changed: Any) -> Link:
    link = Link(
        link_id=LinkId(f"lnk_{slug}"),
        company_id=company_id,
        slug=Slug(slug),
        label="一次選考",
        state=LinkState.ACTIVE,
        created_at=NOON,
    )
    return replace(link, **changed)


def a_doorway(slug: str = "acme-link", company_id: CompanyId = ACME, **changed: Any) -> Doorway:
    doorway = Doorway(
        slug=Slug(slug),
        link_id=LinkId(f"lnk_{slug}"),
        company_id=company_id,
        company_name="株式会社あおぞら製作所",
        contact_email="saiyo@aozora.example",
        state=LinkState.ACTIVE,
    )
    return replace(doorway, **changed)


def a_job_order(
    name: str = JOBS[1],
    company_id: CompanyId = ACME,
    income_jpy: int = 6_000_000,
    **changed: Any,
) -> JobOrder:
    order = JobOrder(
        job_order_id=JobOrderId(name),
        company_id=company_id,
        title="バックエンドエンジニア",
        state=JobOrderState.POSTED,
        posted_at=NOON,
        fee=fee(income_jpy, FIRST),
        openings=1,
        conditions=CONDITIONS,
        notice_version="penalty-test",
    )
    return replace(order, **changed)


def a_candidate(name: str = "ada") -> Candidate:
    return Candidate(email=f"{name}@example.org", full_name=name.title())


def a_registration(name: str = "ada", company_id: CompanyId = ACME, **changed: Any) -> Registration:
    registration = Registration(
        registration_id=RegistrationId(f"reg_{name}_{company_id}"),
        company_id=company_id,
        link_id=LinkId("lnk_acme-link"),
        candidate=a_candidate(name),
        consents=Consents(text_version="test-1", method="form"),
        locale="ja",
        submitted_at=NOON,
        code_until=NOON + CODE_VALID,
        rule_version=1,
    )
    return replace(registration, **changed)
