"""Check-ins at the table: each said once, by day, to who still wants it when it is said."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import boto3
import pytest
from botocore.stub import ANY, Stubber

from functions.aftercare.flow import aftercare
from functions.answer.unsubscribing_flow import unsubscribe
from functions.notify.check_in_letter import CheckInLetters
from functions.notify.flow import Due, notify
from functions.sweep.flow import sweep
from shared.aws.mail import SesPost
from shared.contracts.events import CheckInDue, MailBounced
from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.check_in import EACH, CheckIn, Outcome, due_at, outcome
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.filing import merged
from shared.domain.ids import CandidateId
from shared.domain.tokyo import TOKYO
from shared.table import file_item, keys
from shared.table.candidate_files import CandidateFiles
from shared.table.check_ins import CheckIns
from shared.table.commit import Table
from shared.table.mails import Mails
from shared.table.outboxes import Outboxes
from tests.support.acts import person
from tests.support.aftercare import ADA, a_file, open_file
from tests.support.builders import AGENCY, NOON, PEPPER
from tests.support.fakes.outbox import FakeVoice
from tests.support.fakes.post import FakePost
from tests.support.stores import on_table

SITE = "https://relay.example"
BEA = CandidateId("cnd_bea")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
FIRST, SECOND, THIRD = (due_at(after, NOON) + MINUTE for after in EACH)
NIGHT = datetime(2026, 4, 2, 22, tzinfo=TOKYO)
MORNING = datetime(2026, 4, 3, 8, 1, tzinfo=TOKYO)


def runs(table: Table, now: datetime) -> dict[str, int]:
    return +aftercare(check_ins=CheckIns(table), files=CandidateFiles(table), now=now)


def said(table: Table) -> list[str]:
    return [name for name in on_table(table).said() if name.startswith("checkin:")]


def find(table: Table) -> CandidateFile:
    return CandidateFiles(table).find(ADA)


def published(table: Table) -> None:
    """As `publish` does: said on the bus, and forgotten."""
    for fact in list(on_table(table).waiting()):
        Outboxes(table).forget(fact)


def swept(table: Table, now: datetime) -> list[CheckInDue]:
    voice = FakeVoice()
    sweep(older_than=timedelta(0), outbox=Outboxes(table), voice=voice, now=now)
    return [CheckInDue.model_validate_json(each.detail) for each in voice.heard]


def fact(at: datetime = FIRST) -> CheckInDue:
    return CheckInDue(
        event_id=f"checkin:{ADA}:30_days", occurred_at=at, candidate_id=ADA, after="30_days"
    )


def letter(table: Table, heard: CheckInDue, now: datetime) -> Due | None:
    return CheckInLetters(AGENCY, CandidateFiles(table), PEPPER, SITE, now).due(heard)


def due(table: Table, now: datetime) -> Due:
    found = letter(table, fact(), now)
    assert found is not None
    return found


def send(table: Table, post: FakePost, now: datetime) -> bool:
    return notify(due(table, now), mails=Mails(table), post=post, secrecy=PEPPER, now=now)


def test_each_check_in_is_said_once_and_none_after_the_year(table: Table) -> None:
    open_file(table, a_file())
    assert runs(table, FIRST - HOUR) == {}
    for at in (FIRST, SECOND, THIRD):
        assert runs(table, at + HOUR) == {"said": 1}
        assert runs(table, at + 2 * HOUR) == {}
    assert said(table) == [f"checkin:{ADA}:{after}" for after in ("1_year", "30_days", "6_months")]
    assert runs(table, THIRD + timedelta(days=800)) == {}


def test_two_clocks_at_once_say_each_check_in_once(table: Table) -> None:
    names = [CandidateId(f"cnd_person{n}") for n in range(12)]
    for name in names:
        open_file(table, a_file(name))
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: runs(table, FIRST + HOUR), range(4)))
    assert sum(each.get("said", 0) for each in done) == len(names)
    assert said(table) == sorted(f"checkin:{name}:30_days" for name in names)


def test_at_night_nothing_is_said_and_nothing_is_lost(table: Table) -> None:
    open_file(table, a_file())
    assert runs(table, NIGHT) == {}
    assert said(table) == []
    assert runs(table, MORNING) == {"said": 1}


def test_who_took_the_consent_back_is_not_asked_though_the_next_is_due(table: Table) -> None:
    open_file(table, a_file())
    token = PEPPER.token("unsubscribe", ADA)
    assert unsubscribe(token, secrecy=PEPPER, files=CandidateFiles(table), now=FIRST - HOUR)
    assert runs(table, FIRST) == {"passed": 1}
    assert said(table) == []


def test_who_changes_their_mind_between_reading_and_saying_is_read_again(table: Table) -> None:
    open_file(table, a_file())
    before, begun = find(table), CheckIn(ADA, ADA)
    after = replace(before, search=Search.PAUSED)
    CandidateFiles(table).change(before, after, act="paused", by="candidate", now=FIRST)
    with pytest.raises(Conflict):
        CheckIns(table).move(begun, outcome(begun, before, FIRST), before, fact())
    assert said(table) == []
    assert runs(table, FIRST) == {"passed": 1}


def test_a_second_clock_that_read_before_the_first_wrote_says_nothing(table: Table) -> None:
    open_file(table, a_file())
    file, begun = find(table), CheckIn(ADA, ADA)
    assert runs(table, FIRST) == {"said": 1}
    published(table)
    with pytest.raises(AlreadyDone):
        CheckIns(table).move(begun, outcome(begun, file, FIRST), file, fact())
    assert said(table) == []


def test_an_erased_file_is_asked_no_more(table: Table) -> None:
    open_file(table, a_file(erased_at=NOON))
    assert runs(table, FIRST) == {"passed": 1}
    assert runs(table, SECOND) == {}
    assert said(table) == []


def test_check_ins_of_two_files_merged_are_one_persons(table: Table) -> None:
    """The other's lies beside the kept one's by then."""
    open_file(table, a_file())
    open_file(table, a_file(BEA))
    check_ins, old = CheckIns(table), keys.candidate_file(BEA)
    kept, other = find(table), CandidateFiles(table).find(BEA)
    table.commit(
        CandidateFiles(table).swap(kept, merged(kept, other)),
        table.change(old, put={k: v for k, v in file_item.pointer(other, ADA).items() if v}),
    )
    moved = table.get(keys.part_of_file(BEA, keys.CHECK_IN_PREFIX, BEA))
    assert moved is not None
    values = {name: moved[name] for name in ("passed", keys.DUE_PARTITION, keys.DUE_SORT)}
    table.commit(
        table.new(keys.part_of_file(ADA, keys.CHECK_IN_PREFIX, BEA), values),
        table.gone(keys.part_of_file(BEA, keys.CHECK_IN_PREFIX, BEA), refusal=lambda _: Conflict()),
    )
    assert [each.opened_as for each in check_ins.due(FIRST + HOUR)] in ([ADA, BEA], [BEA, ADA])
    assert runs(table, FIRST) == {"said": 1, "passed": 1}
    assert runs(table, SECOND) == {"said": 1}
    assert said(table) == [f"checkin:{ADA}:30_days", f"checkin:{ADA}:6_months"]


def test_the_mail_is_sent_once_however_often_its_fact_comes(table: Table) -> None:
    open_file(table, a_file())
    post = FakePost()
    assert [send(table, post, FIRST), send(table, post, FIRST)] == [True, False]
    assert post.sent == [("ada@example.org", "近況をお聞かせください")]


def test_one_click_leaving_goes_with_the_mail_as_ses_is_asked_for_it(table: Table) -> None:
    """By RFC 8058: an https address that takes a POST, in the two headers."""
    open_file(table, a_file())
    leave = f"{SITE}/unsubscribe/{PEPPER.token('unsubscribe', ADA)}?lang=ja"
    headers = [
        {"Name": "Auto-Submitted", "Value": "auto-generated"},
        {"Name": "List-Unsubscribe", "Value": f"<{leave}>"},
        {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"},
    ]
    simple = {"Subject": ANY, "Body": ANY, "Headers": headers}
    client = boto3.client("sesv2", "ap-northeast-1")
    with Stubber(client) as ses:
        ses.add_response(
            "send_email",
            {"MessageId": "m1"},
            {
                "FromEmailAddress": ANY,
                "ReplyToAddresses": [AGENCY.contact_email],
                "Destination": {"ToAddresses": ["ada@example.org"]},
                "Content": {"Simple": simple},
                "ConfigurationSetName": "relay",
                "EmailTags": [{"Name": "mail", "Value": "check_in"}],
            },
        )
        post = SesPost("relay@example.jp", AGENCY.contact_email, "relay", client)
        found = due(table, FIRST)
        assert notify(found, mails=Mails(table), post=post, secrecy=PEPPER, now=FIRST)
        ses.assert_no_pending_responses()
    text = found.letter().text
    assert leave in text
    for held in (AGENCY.name, AGENCY.address, AGENCY.contact_email, AGENCY.licence_number):
        assert held in text
    page = f"{SITE}/check-ins/{PEPPER.token('check-ins', f'{ADA}~30_days')}?lang=ja&answer="
    assert all(f"{page}{answer}\n" in text for answer in ("looking", "found", "paused"))


def test_what_is_heard_at_night_is_said_again_in_the_morning(table: Table) -> None:
    """As after a redrive: the mail is neither sent at night nor lost, nor sent twice."""
    open_file(table, a_file())
    assert runs(table, FIRST) == {"said": 1}
    published(table)
    post = FakePost()
    assert [send(table, post, NIGHT), send(table, post, NIGHT + HOUR)] == [False, False]
    assert post.sent == [] and swept(table, NIGHT + 9 * HOUR) == []
    assert swept(table, MORNING) == [fact()]
    assert [send(table, post, MORNING), send(table, post, MORNING)] == [True, False]
    assert runs(table, SECOND) == {"said": 1}


def test_a_fact_that_comes_again_at_night_after_its_mail_sends_no_second(table: Table) -> None:
    open_file(table, a_file())
    runs(table, FIRST)
    published(table)
    post = FakePost()
    assert send(table, post, FIRST)
    assert not send(table, post, NIGHT)
    assert swept(table, MORNING) == [fact()]
    assert not send(table, post, MORNING)
    assert len(post.sent) == 1


def test_nobody_is_written_to_who_left_after_it_was_said(table: Table) -> None:
    open_file(table, a_file())
    runs(table, FIRST)
    token = PEPPER.token("unsubscribe", ADA)
    unsubscribe(token, secrecy=PEPPER, files=CandidateFiles(table), now=FIRST)
    assert letter(table, fact(), FIRST) is None


def test_a_suppressed_address_gets_none(table: Table) -> None:
    open_file(table, a_file())
    complained = MailBounced(event_id="bounced:1:0", occurred_at=NOON, kind="complaint")
    Mails(table).suppress(person("ada"), complained, NOON)
    post = FakePost()
    assert not send(table, post, FIRST)
    assert post.sent == []


@pytest.mark.parametrize("late", [timedelta(days=8), timedelta(days=80)])
def test_a_fact_replayed_from_the_archive_asks_nobody(table: Table, late: timedelta) -> None:
    open_file(table, a_file())
    assert letter(table, fact(), FIRST + late) is None


def test_a_fact_of_nobody_means_no_mail(table: Table) -> None:
    assert letter(table, fact(), FIRST) is None


def test_who_waits_for_an_adviser_too_long_is_counted(table: Table) -> None:
    open_file(table, a_file(contact_by=FIRST))
    open_file(table, a_file(BEA))
    check_ins = CheckIns(table)
    assert [check_ins.overdue_contacts(at) for at in (FIRST, FIRST + HOUR)] == [0, 1]
    before = find(table)
    after = replace(before, contact_by=None)
    CandidateFiles(table).change(before, after, act="contacted", by="adviser", now=FIRST)
    assert check_ins.overdue_contacts(FIRST + HOUR) == 0


def test_one_that_rests_is_looked_at_no_more(table: Table) -> None:
    open_file(table, a_file())
    CheckIns(table).move(CheckIn(ADA, ADA), Outcome(None, "1_year", None), find(table), None)
    assert list(CheckIns(table).due(THIRD + timedelta(days=800))) == []
