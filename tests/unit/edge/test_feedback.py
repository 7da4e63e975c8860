"""What SES tells of a mail, and what of it asks something of us."""

import json
from typing import Any

import pytest

from functions.suppress.reading import Feedback, read
from tests.support.feedback import (
    bounce,
    classic,
    complaint,
    delay,
    delivery,
    envelope,
    notification,
)

MESSAGE = "EXAMPLE7c191be45-000000"
ADA = ("ada@example.org",)


def test_a_permanent_bounce_names_address_and_registration() -> None:
    told = read(envelope(bounce(), registration="reg_ada"))
    assert told == Feedback("bounce", MESSAGE, ADA, "reg_ada")


def test_a_bounce_may_name_several_addresses() -> None:
    event = bounce("Permanent", "a@example.org", "b@example.org")
    told = read(envelope(event | {"mail": {"destination": ["a@example.org", "b@example.org"]}}))
    assert told == Feedback("bounce", MESSAGE, ("a@example.org", "b@example.org"), None)


def test_of_several_addresses_only_the_bounced_ones_are_named() -> None:
    event = bounce("Permanent", "a@example.org")
    told = read(envelope(event | {"mail": {"destination": ["a@example.org", "b@example.org"]}}))
    assert told == Feedback("bounce", MESSAGE, ("a@example.org",), None)


def test_a_mail_forwarded_to_a_dead_mailbox_names_who_we_wrote_to_as_well() -> None:
    told = read(envelope(bounce("Permanent", "ada@old.example")))
    assert told == Feedback("bounce", MESSAGE, ("ada@example.org", "ada@old.example"), None)


def test_an_address_is_read_out_of_the_name_around_it() -> None:
    told = read(envelope(bounce("Permanent", '"Ada L." <ada@example.org>')))
    assert told == Feedback("bounce", MESSAGE, ADA, None)


def test_a_complaint_names_who_complained() -> None:
    told = read(envelope(complaint(), registration="reg_ada"))
    assert told == Feedback("complaint", MESSAGE, ADA, "reg_ada")


@pytest.mark.parametrize("event", [bounce(), complaint()])
def test_an_identitys_own_notification_says_the_same_without_its_registration(
    event: dict[str, Any],
) -> None:
    kind = str(event["eventType"]).lower()
    assert read(envelope(classic(event))) == Feedback(kind, MESSAGE, ADA, None)  # type: ignore[arg-type]


def test_a_complaint_without_a_feedback_type_is_one() -> None:
    assert read(envelope(complaint(None))) == Feedback("complaint", MESSAGE, ADA, None)


def test_an_old_complaint_kept_this_mail_from_leaving_so_it_never_arrived() -> None:
    told = read(envelope(complaint(None, "OnAccountSuppressionList"), registration="reg_ada"))
    assert told == Feedback("bounce", MESSAGE, ADA, "reg_ada")


def test_who_says_that_it_is_not_spam_still_wants_our_mail() -> None:
    assert read(envelope(complaint("not-spam"), registration="reg_ada")) is None


@pytest.mark.parametrize(
    "message",
    [
        "Successfully validated SNS topic for Amazon SES event publishing.",
        json.dumps({"notificationType": "AmazonSnsSubscriptionSucceeded", "message": "You have"}),
    ],
)
def test_seses_greeting_to_a_new_topic_is_no_failure(message: str) -> None:
    assert read(notification(message)) is None


@pytest.mark.parametrize(
    "event", [bounce("Transient"), bounce("Undetermined"), delay(), delivery()]
)
def test_what_may_pass_by_itself_asks_nothing(event: dict[str, object]) -> None:
    assert read(envelope(event, registration="reg_ada")) is None
