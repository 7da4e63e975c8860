"""Every mail a fact may call for, whoever writes it."""

from dataclasses import dataclass
from datetime import datetime

from functions.notify.company_letters import CompanyLetters
from functions.notify.credit_letters import CreditLetters
from functions.notify.flow import Due
from functions.notify.registration_letters import RegistrationLetters
from shared.contracts.events import Event
from tests.support.builders import AGENCY, NOON, PEPPER, PROGRAMME
from tests.support.stores import Stores

SITE = "https://relay.example"


@dataclass(frozen=True)
class Letters:
    stores: Stores
    now: datetime = NOON

    def due(self, fact: Event) -> Due | None:
        of = self.stores
        writers = (
            RegistrationLetters(AGENCY, of.registrations, PEPPER, PROGRAMME, self.now),
            CreditLetters(AGENCY, of.companies, of.ledgers),
            CompanyLetters(AGENCY, of.companies, of.job_orders, SITE),
        )
        found = [due for writer in writers if (due := writer.due(fact))]
        assert len(found) <= 1
        return found[0] if found else None
