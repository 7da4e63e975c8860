from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import formataddr
from functools import cache
from itertools import chain
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.notify.candidate_letters import CandidateLetters
from functions.notify.check_in_letter import CheckInLetters
from functions.notify.company_letters import CompanyLetters
from functions.notify.connection_letters import ConnectionLetters
from functions.notify.correction_letters import CorrectionLetters
from functions.notify.credit_letters import CreditLetters
from functions.notify.endpoint_letters import EndpointLetters
from functions.notify.flow import Due, Writer, notify
from functions.notify.hearing import each
from functions.notify.introducing import Introducing
from functions.notify.own_letters import OwnLetters
from functions.notify.redemption_letters import RedemptionLetters
from functions.notify.registration_letters import RegistrationLetters
from functions.notify.rights_letters import RightsLetters
from functions.notify.sample_letters import SampleLetters
from functions.notify.sign_in_letters import SignInLetters
from functions.notify.standing_letters import StandingLetters
from shared import clock, people, queue
from shared.aws import clients
from shared.aws.mail import SesPost
from shared.contracts.events import Event
from shared.domain.errors import MailRefused
from shared.observe import logger, metrics, tick
from shared.settings import (
    CONFIGURATION_SET,
    MAIL_FROM,
    SITE,
    STAGE,
    at_start,
    setting,
)
from shared.table.address_changes import AddressChanges
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.connections import Connections
from shared.table.credits import Credits
from shared.table.endpoints import Endpoints
from shared.table.fees import Fees
from shared.table.hearings import Hearings
from shared.table.job_orders import JobOrders
from shared.table.ledgers import Ledgers
from shared.table.links import Links
from shared.table.mails import Mails
from shared.table.members import Members as Colleagues
from shared.table.recommendations import Recommendations
from shared.table.registrations import Registrations
from shared.table.rights import RightsRequests
from shared.table.seats import Seats
from shared.table.sign_ins import SignIns
from shared.table.threads import Threads
from shared.wires import pepper, programme, table


@cache
def post() -> SesPost:
    agency = people.agency()
    sender = formataddr((agency.name, setting(MAIL_FROM)), charset="utf-8")
    return SesPost(sender, agency.contact_email, setting(CONFIGURATION_SET), clients.ses())


def introducing() -> Introducing:
    return Introducing(
        people.agency(),
        Companies(table()),
        CandidateFiles(table()),
        JobOrders(table()),
        Recommendations(table()),
        pepper(),
    )


def redemptions() -> RedemptionLetters:
    return RedemptionLetters(
        people.agency(),
        Companies(table()),
        Credits(table()),
        JobOrders(table()),
        Recommendations(table()),
        Fees(table()),
    )


def sign_in_letters(now: datetime) -> SignInLetters:
    return SignInLetters(
        people.agency(),
        Companies(table()),
        CompanyMembers(table()),
        Colleagues(table()),
        SignIns(table()),
        Seats(table()),
        pepper(),
        setting(SITE),
        now,
    )


def to_companies() -> Iterator[Writer]:
    agency, companies, site = people.agency(), Companies(table()), setting(SITE)
    yield CreditLetters(agency, companies, Ledgers(table()))
    yield CompanyLetters(agency, companies, JobOrders(table()), site)
    yield redemptions()
    yield CorrectionLetters(agency, companies, Credits(table()), Ledgers(table()))
    yield StandingLetters(agency, companies)
    yield EndpointLetters(agency, companies, Endpoints(table()), site)
    yield ConnectionLetters(agency, companies, Connections(table()), Hearings(table()), site)
    yield SampleLetters(agency, CompanyMembers(table()), Links(table()), site)


def to_people(now: datetime) -> Iterator[Writer]:
    agency, files, site = people.agency(), CandidateFiles(table()), setting(SITE)
    yield RegistrationLetters(agency, Registrations(table()), pepper(), programme(), now, site)
    yield CandidateLetters(agency, files, Threads(table()), pepper())
    yield introducing()
    yield OwnLetters(agency, AddressChanges(table()), pepper(), now)
    yield RightsLetters(agency, RightsRequests(table()), files, pepper(), now)
    yield sign_in_letters(now)
    yield CheckInLetters(agency, files, pepper(), site, now)


def due_of(fact: Event, now: datetime) -> Due | None:
    writers = chain(to_companies(), to_people(now))
    return next((due for writer in writers if (due := writer.due(fact))), None)


def dues_of(fact: Event, now: datetime) -> list[Due]:
    """A mail for each who is to have it."""
    due = due_of(fact, now)
    return each(due, CompanyMembers(table()).all) if due else []


def one(fact: Event) -> None:
    """Who is refused keeps nobody else from theirs. Raises MailRefused."""
    now = clock.now()
    refused = [why for due in dues_of(fact, now) if (why := _sent(due, now))]
    if refused:
        raise refused[0]


def _sent(due: Due, now: datetime) -> MailRefused | None:
    """What was said against it."""
    if setting(STAGE) == "local":  # who tries it on their own machine waits for every mail
        due = replace(due, waits_for_day=None)
    try:
        sent = notify(due, mails=Mails(table()), post=post(), secrecy=pepper(), now=now)
    except MailRefused as why:
        tick("MailRefused")
        return why
    tick("MailSent" if sent else "MailSkipped")
    return None


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(table, pepper, post)
