"""Which fact of a registration means which mail. Facts are thin, so who and what is read here."""

from dataclasses import dataclass
from datetime import datetime

from functions.notify.flow import Due
from shared.contracts.events import (
    Event,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.domain import mail_link, tokyo
from shared.domain.agency import Agency
from shared.domain.errors import RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.pages import mail
from shared.ports.programme import Programme
from shared.ports.registering import Registrations
from shared.ports.speaking import Secrecy


@dataclass(frozen=True, slots=True)
class RegistrationLetters:
    agency: Agency
    registrations: Registrations
    secrecy: Secrecy
    programme: Programme
    now: datetime
    site: str = ""

    def due(self, fact: Event) -> Due | None:
        """The mail this fact calls for; None where nobody waits for one any more."""
        match fact:
            case RegistrationSubmitted():
                return self._code(fact)
            case ReferralNotCounted(reason=Reason.UNVERIFIED):
                return None
            case RegistrationVerified() | ReferralCounted() | ReferralHeld() | ReferralNotCounted():
                return self._welcome(fact.registration_id)
        return None

    def _registration(self, registration_id: str) -> Registration | None:
        try:
            return self.registrations.find(RegistrationId(registration_id))
        except RegistrationNotFound:  # never verified, and tidied away since
            return None

    def _code(self, fact: RegistrationSubmitted) -> Due | None:
        """None for a code that can no longer be typed: a newer one was sent, or it is too late."""
        found = self._registration(fact.registration_id)
        if found is None or found.issue != fact.issue or found.state is not State.SUBMITTED:
            return None
        if self.now >= found.code_until:
            return None
        code = self.secrecy.code(found.registration_id, found.issue)
        return Due(
            fact.event_id,
            found.candidate.email,
            lambda: mail.code_mail(
                locale=found.locale, agency=self.agency, code=code, not_me=self._not_me(found)
            ),
            {"mail": "code", "registration": found.registration_id},
        )

    def _not_me(self, found: Registration) -> str:
        token = self.secrecy.token(mail_link.NOT_ME, found.registration_id)
        return f"{self.site}/not-me/{token}?lang={found.locale}"

    def _welcome(self, registration_id: str) -> Due | None:
        """The same for everybody, whatever the verdict; one per registration."""
        found = self._registration(registration_id)
        if found is None or found.is_erased:
            return None
        weekdays = self.programme.at(self.now).contact_weekdays
        return Due(
            f"welcome:{registration_id}",
            found.candidate.email,
            lambda: mail.welcome_mail(
                locale=found.locale,
                agency=self.agency,
                full_name=found.candidate.full_name,
                reply_by=tokyo.reply_by(self.now, weekdays),
            ),
            {"mail": "welcome", "registration": found.registration_id},
        )
