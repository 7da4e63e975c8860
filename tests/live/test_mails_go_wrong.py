"""A mail that cannot go out, or comes back."""

import json

from infra.local.visit import until
from tests.live.conftest import next_person
from tests.live.test_restarted import state
from tests.support.live import Live
from tests.support.live_company import a_new_company
from tests.support.unverified import nothing_verified


def bounced(address: str, registration_id: str) -> str:
    """As SES tells SNS (event publishing, a permanent bounce)."""
    return json.dumps(
        {
            "eventType": "Bounce",
            "bounce": {
                "bounceType": "Permanent",
                "bouncedRecipients": [{"emailAddress": address}],
            },
            "mail": {
                "messageId": registration_id,
                "destination": [address],
                "tags": {"registration": [registration_id]},
            },
        }
    )


def test_a_bounced_code_frees_its_registration_and_no_mail_goes_there_again(live: Live) -> None:
    company = a_new_company(live, "bounces")
    link, person = company.link(), next_person(live)
    registration_id = person.register(link)
    person.code()
    topics = live.clients.client("sns").list_topics()["Topics"]
    [topic] = [t["TopicArn"] for t in topics if "Feedback" in t["TopicArn"]]
    message = bounced(person.email, registration_id)
    live.clients.client("sns").publish(TopicArn=topic, Message=message)

    until(lambda: state(live, registration_id) == "not_counted" or None, "never freed", 30)
    before = len(live.visit.mails_to(person.email))
    again = person.register(link)
    witness = next_person(live)
    witness.is_handed_on(link)
    witness.welcome()
    assert state(live, again) == "submitted", "the same answer, and the same state, for everybody"
    assert len(live.visit.mails_to(person.email)) == before


def test_a_mail_ses_refuses_is_sent_when_ses_takes_it_again(live: Live) -> None:
    """The registration is kept; the queue offers the mail again."""
    with nothing_verified(live):
        person = next_person(live)
        registration_id = person.register(live.link_url)
        assert state(live, registration_id) == "submitted"
        until(lambda: refusals(live) or None, "notify never tried", 20)
        assert live.visit.mails_to(person.email) == []
    assert person.verify(registration_id, person.code(longest_s=100)).status_code == 200


def refusals(live: Live) -> int:
    """How often `notify` said it: an operator's alarm counts the same metric."""
    return (live.state / "relay.log").read_text().count("MailRefused")


def test_what_publish_missed_the_sweeper_says_on_its_schedule(live: Live) -> None:
    functions = live.clients.functions
    mappings = functions.list_event_source_mappings()["EventSourceMappings"]
    [stream] = [m["UUID"] for m in mappings if "/stream/" in m["EventSourceArn"]]
    functions.update_event_source_mapping(UUID=stream, Enabled=False)
    try:
        person = next_person(live)
        person.register(live.link_url)
        assert person.code(longest_s=90)
    finally:
        functions.update_event_source_mapping(UUID=stream, Enabled=True)
