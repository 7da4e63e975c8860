"""Mails out, and what comes back: `notify` and `suppress`."""

import json

from shared.contracts.events import SampleAsked
from shared.domain.company_member import CompanyMember
from shared.domain.seat import CompanyRole
from shared.table.company_members import CompanyMembers
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects, contact
from tests.support.asking import messages, queued
from tests.support.builders import NOON
from tests.support.facts import granted, submitted


def the_codes_mail_is_sent(stage: Stage) -> None:
    subjects = Subjects(stage)
    taken_in = subjects.taken_in(subjects.company())
    assert stage.calls("notify", queued(submitted(taken_in))) == DONE
    code = stage.pepper.code(taken_in.registration_id, taken_in.issue)
    [mail] = stage.visit.mails_to(taken_in.candidate.email)
    assert code in mail["subject"]


def the_credits_mail_is_sent(stage: Stage) -> None:
    company_id = Subjects(stage).company()
    assert stage.calls("notify", queued(granted(1, company_id))) == DONE
    assert len(stage.visit.mails_to(contact(company_id))) == 1


def a_bounce_suppresses_and_frees(stage: Stage) -> None:
    subjects = Subjects(stage)
    taken_in = subjects.taken_in(subjects.company())
    address, name = taken_in.candidate.email, taken_in.registration_id
    bounced = {
        "eventType": "Bounce",
        "bounce": {
            "bounceType": "Permanent",
            "bouncedRecipients": [{"emailAddress": address}],
        },
        "mail": {"messageId": name, "tags": {"registration": [name]}},
    }
    told = {"Type": "Notification", "Message": json.dumps(bounced)}
    assert stage.calls("suppress", messages(told)) == DONE
    assert stage.stores.mails.is_suppressed(subjects.person(taken_in))
    assert subjects.state(taken_in) == "not_counted"


def a_sample_is_sent(stage: Stage) -> None:
    """To a member, found among all of their company."""
    subjects = Subjects(stage)
    company_id = subjects.company()
    link, address = subjects.link(company_id), contact(company_id)
    member = CompanyMember(
        company_id,
        "mem_1",
        stage.pepper.person(address),
        address,
        "採用 担当",
        CompanyRole.OWNER,
        NOON,
    )
    stage.core.commit(*CompanyMembers(stage.core).added(member))
    fact = SampleAsked(
        event_id=f"sample:{company_id}",
        occurred_at=NOON,
        company_id=company_id,
        member_id="mem_1",
        link_id=link.link_id,
        stage="document",
        tone="soft",
        locale="ja",
    )
    assert stage.calls("notify", queued(fact)) == DONE
    assert len(stage.visit.mails_to(address)) == 1
