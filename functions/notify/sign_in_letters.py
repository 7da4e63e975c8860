"""Who signs in gets a code, where it is anybody's address; who was invited, the way in."""

from dataclasses import dataclass
from datetime import datetime

from functions.notify.flow import Due
from shared.contracts.events import ColleagueInvited, Event, MemberInvited, SignInAsked
from shared.domain.agency import Agency
from shared.domain.errors import NotFound
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.sign_in import SignIn
from shared.pages import sign_in_mail as mail
from shared.ports.companies import Companies
from shared.ports.members import Members as Colleagues
from shared.ports.signing_in import CompanyMembers, Seats, SignIns, SignInSecrecy


@dataclass(frozen=True, slots=True)
class SignInLetters:
    agency: Agency
    companies: Companies
    members: CompanyMembers
    colleagues: Colleagues
    sign_ins: SignIns
    seats: Seats
    secrecy: SignInSecrecy
    site: str
    now: datetime

    def due(self, fact: Event) -> Due | None:
        match fact:
            case SignInAsked():
                return self._code(fact)
            case MemberInvited():
                return self._invited(fact)
            case ColleagueInvited():
                return self._colleague(fact)
        return None

    def _code(self, fact: SignInAsked) -> Due | None:
        """None for an address nobody has here; and for a code that can no longer be typed."""
        found = self._asked(fact)
        if found is None or not self.seats.of(found.person):
            return None
        code = self.secrecy.sign_in_code(found.sign_in_id, found.issue)
        return Due(
            fact.event_id,
            found.email,
            lambda: mail.sign_in_mail(locale=found.locale, agency=self.agency, code=code),
            {"mail": "sign_in", "sign_in": found.sign_in_id},
        )

    def _asked(self, fact: SignInAsked) -> SignIn | None:
        try:
            found = self.sign_ins.find(fact.sign_in_id)
        except NotFound:  # tidied away
            return None
        is_newest = found.issue == fact.issue and not found.used
        return found if is_newest and self.now < found.code_until else None

    def _invited(self, fact: MemberInvited) -> Due | None:
        """None for somebody who is no member any more, or has found the way."""
        company_id = CompanyId(fact.company_id)
        try:
            member = self.members.find(company_id, fact.member_id)
        except NotFound:
            return None
        if member.seen_at:
            return None
        company = self.companies.find(company_id)
        return Due(
            fact.event_id,
            member.email,
            lambda: mail.invited_mail(
                locale=member.locale,
                agency=self.agency,
                company=company.name,
                name=member.name,
                role=member.role,
                link=f"{self.site}/sign-in?lang={member.locale}",
            ),
            {"mail": "invited", "company": company_id},
        )

    def _colleague(self, fact: ColleagueInvited) -> Due | None:
        """None for somebody who was taken away since."""
        member = self.colleagues.find(PersonKey(fact.member))
        if member is None:
            return None
        return Due(
            fact.event_id,
            member.email,
            lambda: mail.colleague_mail(
                locale=fact.locale,
                agency=self.agency,
                name=member.name,
                role=member.role,
                link=f"{self.site}/sign-in?lang={fact.locale}",
            ),
            {"mail": "colleague"},
        )
