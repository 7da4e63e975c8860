"""The URL in the vendor's field: once, the same, and nothing else touched."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from shared.connectors.ashby import Ashby
from shared.connectors.ashby_answer import said
from shared.connectors.greenhouse_templates import Template, rejection_templates
from shared.domain.polled import Written
from shared.domain.trouble import Trouble, Why
from tests.support.vendors import ashby, greenhouse
from tests.support.vendors.greenhouse import FakeGreenhouse, an_application
from tests.support.vendors.serving import Reply, Served, serving
from tests.unit.connectors.connected import NOW, URL, a_greenhouse

REF = "265293"


@pytest.fixture
def fake() -> FakeGreenhouse:
    return FakeGreenhouse([an_application()])


@pytest.fixture
def served(fake: FakeGreenhouse) -> Iterator[Served]:
    with serving(fake) as served:
        yield served


def methods(served: Served) -> list[str]:
    return [asked.method for asked in served.asked if asked.path != "/token"]


def why(done: Written | Trouble) -> Why | None:
    return done.why if isinstance(done, Trouble) else None


def test_the_url_stands_in_the_applications_field(fake: FakeGreenhouse, served: Served) -> None:
    assert a_greenhouse(served.wire).write(REF, URL, NOW) == Written()
    assert fake.applications[0]["custom_fields"]["relay_url"]["value"] == URL
    assert fake.applications[0]["custom_fields"]["wished_salary"]["value"] == greenhouse.SALARY


def test_what_stands_there_is_not_written_again(served: Served) -> None:
    connector = a_greenhouse(served.wire)
    assert connector.write(REF, URL, NOW) == Written()
    assert connector.write(REF, URL, NOW) == Written(already=True)
    assert methods(served) == ["GET", "PATCH", "GET"]


def test_another_url_replaces_the_first(fake: FakeGreenhouse, served: Served) -> None:
    fake.applications = [an_application(relay_url="https://relay.example/r/old")]
    assert a_greenhouse(served.wire).write(REF, URL, NOW) == Written()
    assert fake.applications[0]["custom_fields"]["relay_url"]["value"] == URL


@pytest.mark.parametrize("ref", ["404", "0", "", "1/reject", "1,2", "１", "9" * 30])
def test_an_application_they_do_not_have_is_gone(served: Served, ref: str) -> None:
    assert why(a_greenhouse(served.wire).write(ref, URL, NOW)) is Why.GONE
    assert "PATCH" not in methods(served)


def test_other_fields_that_vanish_are_told_at_the_first_loss(
    fake: FakeGreenhouse, served: Served
) -> None:
    fake.keeps_others = False
    trouble = a_greenhouse(served.wire).write(REF, URL, NOW)
    assert isinstance(trouble, Trouble)
    assert (trouble.why, trouble.degrades) == (Why.FIELDS_LOST, True)


def test_a_field_that_is_not_there_degrades(served: Served) -> None:
    served.wrong.extend([Reply(200, [an_application()]), Reply(422)])
    trouble = a_greenhouse(served.wire).write(REF, URL, NOW)
    assert isinstance(trouble, Trouble)
    assert (trouble.why, trouble.degrades) == (Why.REFUSED, True)


def test_one_token_serves_until_it_ends(fake: FakeGreenhouse, served: Served) -> None:
    connector = a_greenhouse(served.wire)
    for minutes in (0, 10, 58):
        assert why(connector.write(REF, URL, NOW + timedelta(minutes=minutes))) is None
    assert fake.tokens == 1
    assert why(connector.write(REF, URL, NOW + timedelta(minutes=59))) is None
    assert fake.tokens == 2


def test_a_token_another_process_replaced_is_fetched_anew_once(
    fake: FakeGreenhouse, served: Served
) -> None:
    connector = a_greenhouse(served.wire)
    connector.write(REF, URL, NOW)
    fake.tokens += 1
    assert why(connector.write(REF, URL, NOW)) is None
    served.wrong.extend([Reply(401), Reply(401)])
    assert why(connector.write(REF, URL, NOW)) is Why.FORBIDDEN


def test_rejection_templates_say_whether_they_print_the_url(
    fake: FakeGreenhouse, served: Served
) -> None:
    fake.templates = [
        {"id": 1, "type": "candidate_rejection", "name": "お祈り", "html_body": "<p>{{RELAY_URL}}"},
        {"id": 2, "type": "candidate_email", "name": "案内", "html_body": "{{RELAY_URL}}"},
        {"id": 3, "type": "candidate_rejection", "name": "書類", "html_body": "<p>今回は"},
        {"id": None, "type": "candidate_rejection", "name": "x", "html_body": ""},
    ]
    found = rejection_templates(a_greenhouse(served.wire).harvest, "{{RELAY_URL}}", NOW)
    assert found == (Template("1", "お祈り", True), Template("3", "書類", False))


def test_templates_that_cannot_be_listed_have_a_reason(served: Served) -> None:
    served.wrong.append(Reply(403))
    found = rejection_templates(a_greenhouse(served.wire).harvest, "{{RELAY_URL}}", NOW)
    assert isinstance(found, Trouble)
    assert found.why is Why.FORBIDDEN


def test_ashby_holds_the_same_value_however_often_it_is_set() -> None:
    fake = ashby.FakeAshby()
    with serving(fake) as served:
        connector = Ashby(served.wire, ashby.KEY, ashby.FIELD)
        done = [connector.write(ashby.APPLICATION, URL, NOW) for _ in range(2)]
    assert done == [Written(), Written()]
    assert fake.values == {ashby.APPLICATION: URL}


@pytest.mark.parametrize("ref", ["3ae2b801-0000", "a b", ""])
def test_an_application_ashby_does_not_have_is_gone(ref: str) -> None:
    with serving(ashby.FakeAshby()) as served:
        done = Ashby(served.wire, ashby.KEY, ashby.FIELD).write(ref, URL, NOW)
    assert why(done) is Why.GONE


def test_a_field_ashby_does_not_have_degrades_the_connection() -> None:
    with serving(ashby.FakeAshby()) as served:
        done = Ashby(served.wire, ashby.KEY, "another").write(ashby.APPLICATION, URL, NOW)
    assert isinstance(done, Trouble)
    assert (done.why, done.degrades) == (Why.REFUSED, True)
    assert "花子" not in repr(done)


@pytest.mark.parametrize(
    ("body", "because"),
    [
        ({"success": False, "errors": ["missing_endpoint_permission"]}, Why.FORBIDDEN),
        ({"success": False, "errors": ["invalid_input"]}, Why.REFUSED),
        ({"success": False, "errors": [7, None]}, Why.REFUSED),
        ({"success": False}, Why.REFUSED),
        ({"success": "yes"}, Why.UNREADABLE),
        ([], Why.UNREADABLE),
        (None, Why.UNREADABLE),
    ],
)
def test_what_ashby_says_with_200_is_heeded(body: object, because: Why) -> None:
    assert why(said(body)) is because
