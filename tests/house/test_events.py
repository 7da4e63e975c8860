import pytest

from shared.contracts.events import EVENTS, Event

PERSONAL = {"email", "full_name", "name", "phone", "address", "person", "code", "visitor"}


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.__name__)
def test_an_event_is_thin_and_names_no_person(event: type[Event]) -> None:
    assert not PERSONAL & set(event.model_fields)
    assert {"event_id", "occurred_at", "version"} <= set(event.model_fields)


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.__name__)
def test_an_event_says_what_it_means(event: type[Event]) -> None:
    assert event.__doc__ is not None
    assert event.__doc__ != Event.__doc__
