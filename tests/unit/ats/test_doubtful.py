"""What a vendor leaves open is unknown, and never the company's rejection."""

import json

import pytest

from shared.ats.delivery import Changed, Delivery, Events, Handshake, Ignored, Meaning, Why
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.ats_event import ApplicationEvent, ReasonKind
from tests.unit.ats.playing import keyed, taken


def read(vendor: str, body: object, **headers: str) -> Meaning:
    named = {name.replace("_", "-"): said for name, said in headers.items()}
    return VENDORS[vendor].read(json.dumps(body).encode(), named, keyed).meaning


def sample(vendor: str, name: str, place: str, **changed: object) -> dict[str, object]:
    """The sample with another word or two: `place` is the path to the object they are in."""
    said: dict[str, object] = json.loads(samples(vendor)[name])
    at = said
    for step in place.split("."):
        inner = at[step]
        assert isinstance(inner, dict)
        at = inner
    at.update(changed)
    return said


def only(meaning: Meaning) -> ApplicationEvent:
    assert isinstance(meaning, Events), meaning
    (event,) = meaning.events
    assert isinstance(event, ApplicationEvent)
    return event


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (None, ReasonKind.UNKNOWN),
        ({"type": {"name": "None specified"}}, ReasonKind.UNKNOWN),
        ({"type": None}, ReasonKind.UNKNOWN),
        ({"type": {"name": "They rejected us"}}, ReasonKind.CANDIDATE),
        ({"type": {"name": "Wrong skill set"}}, ReasonKind.COMPANY),
    ],
)
def test_greenhouses_type_of_a_reason_says_whose_it_was(reason: object, kind: ReasonKind) -> None:
    said = sample("greenhouse", "rejected", "payload.application", rejection_reason=reason)
    assert only(read("greenhouse", said)).reason_kind is kind


def test_a_workable_disqualification_that_leaves_withdrawal_open_is_nobodys() -> None:
    said = sample("workable", "rejected", "data", withdrew=None)
    assert only(read("workable", said)).reason_kind is ReasonKind.UNKNOWN


def test_an_ashby_reason_of_another_type_is_unknown() -> None:
    reason = {"reasonType": "Whatever"}
    said = sample("ashby", "rejected", "data.application", archiveReason=reason)
    assert only(read("ashby", said)).reason_kind is ReasonKind.UNKNOWN


def test_a_lever_archive_that_does_not_say_where_to_is_no_unrejection() -> None:
    said = {"event": "candidateArchiveChange", "data": {"opportunityId": "o1"}}
    assert read("lever", said) == Ignored(Why.NO_STATE)


@pytest.mark.parametrize("flag", [True, "yes", 1, [], "false"])
def test_a_flag_that_protects_counts_unless_it_is_plainly_false(flag: object) -> None:
    said = sample("greenhouse", "rejected", "payload.application.candidate", is_private=flag)
    assert only(read("greenhouse", said)).confidential


def test_one_confidential_job_of_several_makes_the_application_confidential() -> None:
    jobs = [{"id": 1, "confidential": False}, {"id": 2, "confidential": True}]
    said = sample("greenhouse", "rejected", "payload.application", jobs=jobs)
    assert only(read("greenhouse", said)).confidential


def test_a_greenhouse_prospect_never_applied() -> None:
    said = sample("greenhouse", "rejected", "payload.application", prospect=True)
    assert read("greenhouse", said) == Ignored(Why.PROSPECT)


def test_a_greenhouse_merge_erases_nobody() -> None:
    said = {"action": "merge_candidate", "payload": {"person": {"id": 1, "new_candidate_id": 2}}}
    assert read("greenhouse", said) == Ignored(Why.NOT_FOLLOWED)


@pytest.mark.parametrize(
    "ref", [None, "", True, -1, 1.5, "hanako@example.jp", "山田", "a" * 129, {}]
)
def test_what_does_not_look_like_an_id_names_no_application(ref: object) -> None:
    said = sample("greenhouse", "rejected", "payload.application", id=ref)
    assert read("greenhouse", said) == Ignored(Why.NO_APPLICATION)


@pytest.mark.parametrize("at", ["2026-04-01T02:03:04", "yesterday", 1775008984, None])
def test_a_time_that_is_none_is_left_to_who_received_it(at: object) -> None:
    said = sample("greenhouse", "rejected", "payload.application", rejected_at=at)
    assert only(read("greenhouse", said)).occurred_at is None


def test_smartrecruiters_handshake_gets_its_secret_back_and_nothing_else() -> None:
    found = taken("smartrecruiters", Signed(b"", {"X-Hook-Secret": "4jn8fs9011jj8"}))
    assert isinstance(found, Delivery)
    assert found.meaning == Handshake({"X-Hook-Secret": "4jn8fs9011jj8"})
    assert "4jn8fs9011jj8" not in repr(found)


@pytest.mark.parametrize("secret", ["", "a b", "a\r\nSet-Cookie: x", "é", "a" * 257])
def test_what_could_be_no_hook_secret_is_not_given_back(secret: str) -> None:
    sent = Signed(b"", {"X-Hook-Secret": secret})
    assert taken("smartrecruiters", sent) is Refusal.UNSIGNED


@pytest.mark.parametrize(
    ("link", "followed"),
    [
        ("<https://api.smartrecruiters.com/applications/5f>; rel=self", True),
        ("<https://api.smartrecruiters.com.evil.example/x>; rel=self", False),
        ("<http://api.smartrecruiters.com/x>", False),
        ("<https://api.smartrecruiters.com@evil.example/x>", False),
        ("<https://169.254.169.254/latest>", False),
    ],
)
def test_only_a_link_to_smartrecruiters_own_api_is_kept(link: str, followed: bool) -> None:
    meaning = read("smartrecruiters", {}, event_name="application.created", link=link)
    if followed:
        assert meaning == Changed(None, link[1 : link.index(">")])
    else:
        assert meaning == Ignored(Why.NO_APPLICATION)
