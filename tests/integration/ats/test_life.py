"""An application's life as its ATS tells it, through the door and off the queue."""

import json
from datetime import timedelta

import pytest

from shared.ats.sampled import samples
from shared.domain.application_news import Ignored
from shared.domain.ids import Slug
from shared.domain.link import LinkState
from shared.domain.listed import Outcome, Unread
from shared.table import keys
from shared.table.applications import Applications
from shared.table.links import Links
from tests.support.builders import NOON, PEPPER
from tests.support.stores import on_table
from tests.support.vendors_post import Post

SAYS_IT_ALL = ["ashby", "generic", "greenhouse", "workable"]
"""Vendors whose own words are enough; the others want to be asked."""
LIFE = ["created", "rejected", "unrejected", "hired"]


def named(vendor: str) -> list[str]:
    return [name for name in LIFE if name in samples(vendor)]


def kinds(post: Post) -> list[str]:
    """Facts of applications that were said aloud, in the order of their kinds."""
    said = [one.detail_type for one in on_table(post.table).waiting()]
    return sorted(kind for kind in said if kind.startswith(("Application", "CandidateErased")))


def test_every_vendor_that_says_it_all_is_heard_from_end_to_end() -> None:
    for vendor in SAYS_IT_ALL:
        assert {"created", "rejected"} <= {*samples(vendor)}


@pytest.mark.parametrize("vendor", SAYS_IT_ALL)
def test_a_link_is_minted_dormant_and_lives_from_the_rejection_on(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    post.deliver(vendor, "created", connection)
    [(slug, state)] = post.doorways(connection).items()
    assert state == LinkState.CLOSED
    post.deliver(vendor, "rejected", connection)
    assert post.doorways(connection) == {slug: LinkState.ACTIVE}
    assert kinds(post) == ["ApplicationCreated", "ApplicationRejected"]


@pytest.mark.parametrize("vendor", ["ashby", "generic", "greenhouse"])
def test_unrejected_puts_it_back_to_sleep_and_hired_closes_it(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    for name in named(vendor)[:-1]:
        post.deliver(vendor, name, connection)
    [(slug, state)] = post.doorways(connection).items()
    assert state == LinkState.CLOSED
    [application] = post.applications(connection)
    assert application["unrejected_at"] and not application.get("hired_at")
    post.deliver(vendor, "hired", connection)
    assert post.doorways(connection) == {slug: LinkState.CLOSED}
    assert len(kinds(post)) == 4


def test_the_doorway_is_the_connections_links_with_all_a_visitor_needs(post: Post) -> None:
    connection = post.connect("greenhouse")
    post.deliver("greenhouse", "rejected", connection)
    [slug] = post.doorways(connection)
    door = Links(post.table).open(Slug(slug))
    assert (door.link_id, door.company_id) == (connection.link_id, connection.company_id)
    assert door.company_name == "株式会社あおぞら製作所"
    assert door.counts(post.now)
    assert len(slug) == 10


def test_a_candidates_withdrawal_makes_no_link(post: Post) -> None:
    connection, said = post.connect("generic"), samples("generic")["rejected"]
    withdrew = said.replace(b'"reason_kind": "company"', b'"reason_kind": "candidate"')
    assert withdrew != said
    post.post(post.signed("generic", withdrew), connection)
    assert post.read() == []
    [row] = post.listed(connection)
    assert (row.outcome, row.reason) == (Outcome.IGNORED, Ignored.CANDIDATE_WITHDREW)
    assert row.what == "application.rejected"
    assert post.applications(connection) == [] and kinds(post) == []


def test_a_confidential_application_never_gets_a_link(post: Post) -> None:
    connection = post.connect("generic")
    for name in ("created", "rejected"):
        said = json.loads(samples("generic")[name])
        said["data"]["confidential"] = True
        post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    assert post.doorways(connection) == {} and kinds(post) == []
    assert {row.reason for row in post.listed(connection)} == {Ignored.CONFIDENTIAL}
    [application] = post.applications(connection)
    assert application["confidential"] is True


def test_a_link_made_before_that_was_known_is_dead(post: Post) -> None:
    connection = post.connect("generic")
    post.deliver("generic", "created", connection)
    post.deliver("generic", "rejected", connection)
    said = json.loads(samples("generic")["rejected"])
    said["data"]["confidential"] = True
    post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    assert [*post.doorways(connection).values()] == [LinkState.CLOSED]


def test_whoever_was_erased_at_the_source_is_forgotten_with_all_they_applied_for(
    post: Post,
) -> None:
    connection = post.connect("generic")
    for number in range(3):
        said = json.loads(samples("generic")["rejected"])
        said["data"]["application_id"] = f"a-{number}"
        post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    assert set(post.doorways(connection).values()) == {LinkState.ACTIVE}
    post.deliver("generic", "erased", connection)
    assert set(post.doorways(connection).values()) == {LinkState.CLOSED}
    for application in post.applications(connection):
        assert (application["application_ref"], application["candidate_ref"]) == ("", "")
        assert "rejected_at" not in application
    assert kinds(post).count("CandidateErasedAtSource") == 3


def test_what_comes_of_them_afterwards_is_forgotten_at_once(post: Post) -> None:
    connection = post.connect("generic")
    post.deliver("generic", "erased", connection)
    for name in ("created", "rejected"):
        post.deliver("generic", name, connection)
    assert post.doorways(connection) == {} and kinds(post) == []
    [application] = post.applications(connection)
    assert application["erased_at"] and application["application_ref"] == ""
    newest, before, _ = post.listed(connection)
    assert {newest.reason, before.reason} == {Ignored.ERASED_AT_SOURCE}


def test_a_later_word_without_their_name_finds_it_forgotten_too(post: Post) -> None:
    connection = post.connect("generic")
    post.deliver("generic", "erased", connection)
    post.deliver("generic", "created", connection)
    said = json.loads(samples("generic")["rejected"])
    del said["data"]["candidate_id"]
    post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    assert post.doorways(connection) == {}


@pytest.mark.parametrize("vendor", ["smartrecruiters", "teamtailor"])
def test_what_is_only_said_to_have_changed_is_listed_as_unread_without_a_key(
    post: Post, vendor: str
) -> None:
    connection = post.connect(vendor)
    post.deliver(vendor, "changed", connection)
    [row] = post.listed(connection)
    assert (row.outcome, row.reason) == (Outcome.UNREAD, Unread.NO_KEY)
    assert row.what == "application.changed"
    assert post.applications(connection) == []


def test_levers_rejection_waits_for_its_reason(post: Post) -> None:
    connection = post.connect("lever")
    post.deliver("lever", "created", connection)
    post.deliver("lever", "rejected", connection)
    newest, _ = post.listed(connection)
    assert (newest.outcome, newest.reason) == (Outcome.UNREAD, Unread.NO_KEY)
    assert [*post.doorways(connection).values()] == [LinkState.CLOSED]


def test_the_companys_own_name_of_it_is_opaque_and_the_same(post: Post) -> None:
    connection = post.connect("greenhouse")
    post.deliver("greenhouse", "created", connection)
    [application] = post.applications(connection)
    named = PEPPER.application(connection.connection_id, application["application_ref"])
    assert application["application_id"] == named
    assert post.listed(connection)[0].application_id == named


def test_a_company_that_left_gets_no_more_links_but_its_events_are_heard(post: Post) -> None:
    connection = post.connect("greenhouse")
    company = keys.company(connection.company_id)
    post.table.commit(post.table.change(company, put={"state": "left"}))
    post.deliver("greenhouse", "created", connection)
    [application] = post.applications(connection)
    assert "slug" not in application


def test_nothing_is_heard_of_a_connection_removed_meanwhile(post: Post) -> None:
    connection = post.connect("greenhouse")
    post.post(post.sample("greenhouse", "created"), connection)
    key = keys.connection(connection.connection_id)
    removed = {"removed_at": "2026-04-01T03:00:00.000+00:00"}
    post.table.commit(post.table.change(key, put=removed))
    assert post.read() == []
    assert post.applications(connection) == [] and post.listed(connection) == []


def test_two_applications_of_one_person_are_both_theirs(post: Post) -> None:
    connection = post.connect("generic")
    for number in range(2):
        said = json.loads(samples("generic")["created"])
        said["data"]["application_id"] = f"a-{number}"
        post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    [application, _] = post.applications(connection)
    store = Applications(post.table)
    who = store.applicant(connection.connection_id, application["candidate_ref"])
    assert len(who.applications) == 2 and who.erased_at is None


def test_the_same_candidate_at_another_company_is_somebody_else(post: Post) -> None:
    refs = set()
    for _ in range(2):
        connection = post.connect("generic")
        post.deliver("generic", "created", connection)
        [application] = post.applications(connection)
        refs.add(application["candidate_ref"])
    assert len(refs) == 2


def test_times_far_ahead_are_taken_for_now(post: Post) -> None:
    connection, said = post.connect("generic"), json.loads(samples("generic")["rejected"])
    said["timestamp"] = "2099-01-01T00:00:00Z"
    post.post(post.signed("generic", json.dumps(said).encode()), connection)
    assert post.read() == []
    [application] = post.applications(connection)
    assert application["rejected_at"].startswith("2026-04-01T03:00")
    assert post.now - NOON < timedelta(days=60)
