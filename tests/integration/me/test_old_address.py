"""What was registered from an address its owner left is theirs; what comes from it later is not."""

from datetime import UTC, datetime, timedelta

from functions.file import flow
from shared.domain.ids import CandidateId, RegistrationId
from shared.mint import mint
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.duplicates import Duplicates
from shared.table.filings import Filings
from tests.integration.me.test_address import NEW, asks, code
from tests.support.builders import PEPPER, PROGRAMME, a_registration
from tests.support.own_page import Ada


def files(ada: Ada, made_at: datetime) -> bool | None:
    """A registration of the old address is heard of now."""
    now = datetime.now(UTC)
    made = a_registration(
        "ada", registration_id=RegistrationId(mint("reg", now)), submitted_at=made_at
    )
    return flow.file(
        made,
        flow.marks(made.candidate, number=lambda _: None, secrecy=PEPPER),
        CandidateId(mint("cnd", now)),
        said_at=now,
        filings=Filings(ada.table),
        files=CandidateFiles(ada.table),
        duplicates=Duplicates(ada.table),
        programme=PROGRAMME,
        now=now,
    )


def moved(ada: Ada) -> None:
    path = asks(ada)
    ada.moves(ada.sends(path, code=code(path)))


def test_an_older_registration_joins_the_file_and_its_mails_stay_where_they_are(ada: Ada) -> None:
    moved(ada)
    assert files(ada, datetime.now(UTC) - timedelta(days=1)) is False
    assert ada.file().candidate.email == NEW
    assert len(ada.parts(keys.REGISTRATION_PREFIX)) == 1


def test_a_stranger_in_the_old_mailbox_gets_a_file_of_their_own(ada: Ada) -> None:
    moved(ada)
    assert files(ada, datetime.now(UTC) + timedelta(minutes=1)) is True
    assert ada.file().candidate.email == NEW
    assert not ada.parts(keys.REGISTRATION_PREFIX)
