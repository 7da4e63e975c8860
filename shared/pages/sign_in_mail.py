"""The mails of signing in: the code, and the invitation to do so for a company."""

from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.member import Role
from shared.domain.purpose import Transactional
from shared.domain.seat import CompanyRole
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered

CODE: Final = Transactional("somebody signs in just now and waits for it")
INVITED: Final = Transactional("a company named them as a member: it says so, and where to sign in")

COLLEAGUE: Final = Transactional("the agency named them as a member: it says so, and where to go")


def sign_in_mail(*, locale: Locale, agency: Agency, code: str) -> Rendered:
    """Six digits, valid for 15 minutes. Names nobody: the address may be somebody else's."""
    said = words(locale, "sign_in_mail")["code"]
    values = {"code": code, "agency": agency.name_in(locale)}
    return Letter(said, values, CODE, code=code).rendered(locale, agency)


def invited_mail(
    *, locale: Locale, agency: Agency, company: str, name: str, role: CompanyRole, link: str
) -> Rendered:
    """`link` leads to the page where one signs in."""
    said = words(locale, "sign_in_mail")["invited"]
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "company": one_line(company),
        "name": one_line(name),
        "role": said["roles"][role],
    }
    doors = [(said["button"], link)]
    letter = Letter(said, values, INVITED, greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)


def colleague_mail(*, locale: Locale, agency: Agency, name: str, role: Role, link: str) -> Rendered:
    """`link` leads to the page where one signs in."""
    said = words(locale, "sign_in_mail")["colleague"]
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "name": one_line(name),
        "role": said["roles"][role],
    }
    doors = [(said["button"], link)]
    letter = Letter(said, values, COLLEAGUE, greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)
