"""What SES tells of a mail, and what of it asks something of us."""

import pytest

from functions.suppress.reading import Feedback, read
from tests.support.feedback import bounce, complaint, delivery, envelope

MESSAGE = "EXAMPLE7c191be45-000000"
ADA = ("ada@example.org",)


def test_a_permanent_bounce_names_address_and_registration() -> None:
    told = read(envelope(bounce(), registration="reg_ada"))
    assert told == Feedback("bounce", MESSAGE, ADA, "reg_ada")


def test_a_bounce_may_name_several_addresses() -> None:
    told = read(envelope(bounce("Permanent", "a@example.org", "b@example.org")))
    assert told == Feedback("bounce", MESSAGE, ("a@example.org", "b@example.org"), None)


def test_a_complaint_names_who_complained() -> None:
    told = read(envelope(complaint(), registration="reg_ada"))
    assert told == Feedback("complaint", MESSAGE, ADA, "reg_ada")


@pytest.mark.parametrize("event", [bounce("Transient"), bounce("Undetermined"), delivery()])
def test_what_may_pass_by_itself_asks_nothing(event: dict[str, object]) -> None:
    assert read(envelope(event, registration="reg_ada")) is None
