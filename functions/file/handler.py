from datetime import datetime
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.file import ending_flow, erasing_flow, flow
from shared import clock, found_by, queue
from shared.aws import clients
from shared.aws.cvs import Cvs
from shared.contracts.events import (
    CandidateWithdrawn,
    ErasureBegun,
    Event,
    FilesMerged,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationVerified,
)
from shared.domain.errors import AlreadyDone, RegistrationNotFound
from shared.domain.ids import CandidateId, RegistrationId
from shared.domain.registration import Reason, Registration
from shared.mint import mint
from shared.observe import logger, metrics, tick
from shared.phone import e164
from shared.retry import retry_on_conflict
from shared.settings import CV_BUCKET, at_start, setting
from shared.table.candidate_files import CandidateFiles
from shared.table.duplicates import Duplicates
from shared.table.erasures import Erasures
from shared.table.filings import Filings
from shared.table.parts import Parts
from shared.table.recommendations import Recommendations
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.wires import pepper, programme, table


@cache
def cvs() -> Cvs:
    return Cvs(setting(CV_BUCKET), clients.s3())


def one(fact: Event) -> None:
    match fact:
        case ReferralNotCounted(reason=Reason.UNVERIFIED):
            return
        case RegistrationVerified() | ReferralCounted() | ReferralHeld() | ReferralNotCounted():
            _file(RegistrationId(fact.registration_id), fact.occurred_at)
        case CandidateWithdrawn():
            _end(CandidateId(fact.candidate_id), fact.occurred_at)
            for registration_id in Parts(table()).registrations(CandidateId(fact.candidate_id)):
                _free(registration_id)
        case FilesMerged():
            _move(CandidateId(fact.merged_id), CandidateId(fact.candidate_id))
        case ErasureBegun():
            _end(CandidateId(fact.candidate_id), fact.occurred_at)
            _erase(CandidateId(fact.candidate_id))


def _file(registration_id: RegistrationId, said_at: datetime) -> None:
    try:
        registration = Registrations(table()).find(registration_id)
    except RegistrationNotFound:  # tidied away since
        return
    if registration.is_erased:
        return
    try:
        opened = _filed(registration, said_at)
    except AlreadyDone:
        return tick("FiledBefore")
    if opened is None:
        return _forget(registration_id)
    tick("FileOpened" if opened else "FileJoined")


def _filed(registration: Registration, said_at: datetime) -> bool | None:
    now = clock.now()
    return flow.file(
        registration,
        flow.marks(registration.candidate, number=e164, secrecy=pepper()),
        CandidateId(mint("cnd", now)),
        said_at=said_at,
        filings=Filings(table(), found_by.candidate(pepper())),
        files=CandidateFiles(table()),
        duplicates=Duplicates(table()),
        programme=programme(),
        now=now,
    )


def _end(candidate_id: CandidateId, left_at: datetime) -> None:
    ending_flow.end(
        candidate_id,
        left_at,
        files=CandidateFiles(table()),
        recommendations=Recommendations(table()),
        now=clock.now(),
    )


def _free(registration_id: RegistrationId) -> None:
    stores = Registrations(table()), Referrals(table())
    erasing_flow.free(registration_id, *stores, pepper(), clock.now())


def _forget(registration_id: RegistrationId) -> None:
    _free(registration_id)
    Erasures(table()).registration(registration_id, clock.now())


def _move(merged: CandidateId, into: CandidateId) -> None:
    try:
        retry_on_conflict(Parts(table()).move)(merged, into)
    except AlreadyDone:  # erased meanwhile, with all that was merged into it
        return


def _erase(candidate_id: CandidateId) -> None:
    erased = erasing_flow.erase(
        candidate_id,
        erasures=Erasures(table()),
        parts=Parts(table()),
        cvs=cvs(),
        registrations=Registrations(table()),
        referrals=Referrals(table()),
        secrecy=pepper(),
        now=clock.now(),
    )
    if erased:
        tick("CandidateErased")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(table, pepper, cvs)
