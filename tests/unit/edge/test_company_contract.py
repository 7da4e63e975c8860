"""What a company may send, and how a mistake in it is named."""

from typing import Any

import pytest
from pydantic import BaseModel

from shared.contracts.company import CompanyRequest
from shared.contracts.link import LinkAnswer, LinkChange, LinkRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from tests.support.builders import a_link

COMPANY = {"name": "青空", "contact_email": "hr@aozora.example", "contact_name": "青空 花子"}


def mistakes(model: type[BaseModel], typed: Any) -> dict[str, str]:
    with pytest.raises(InvalidRequest) as refused:
        parse(model, typed)
    return refused.value.fields


def test_a_company_writes_japanese_unless_it_says_so() -> None:
    assert parse(CompanyRequest, COMPANY).locale == "ja"


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({**COMPANY, "name": ""}, {"name": "missing"}),
        ({**COMPANY, "contact_email": "hr"}, {"contact_email": "malformed"}),
        ({**COMPANY, "industry": "x" * 61}, {"industry": "too_long"}),
        ({**COMPANY, "size_band": 100}, {"size_band": "malformed"}),
        ({**COMPANY, "naem": "x"}, {"naem": "unknown"}),
        ({}, {"name": "missing", "contact_email": "missing", "contact_name": "missing"}),
        ([], {"body": "malformed"}),
    ],
)
def test_a_mistake_is_named_by_field_and_never_repeated(typed: Any, fields: Any) -> None:
    assert mistakes(CompanyRequest, typed) == fields


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"label": "あ" * 121}, {"label": "too_long"}),
        ({"label": " "}, {"label": "missing"}),
        ({"label": "x", "channel": "y" * 61}, {"channel": "too_long"}),
        ({"label": "x", "closes_at": "2026-03-02T12:00:00"}, {"closes_at": "malformed"}),
        ({"label": "x", "closes_at": "tomorrow"}, {"closes_at": "malformed"}),
    ],
)
def test_a_link_needs_a_label_and_a_moment_with_its_zone(typed: Any, fields: Any) -> None:
    assert mistakes(LinkRequest, typed) == fields


@pytest.mark.parametrize(
    ("typed", "fields"),
    [({}, {"label": "missing", "state": "missing"}), ({"state": "gone"}, {"state": "malformed"})],
)
def test_a_change_says_what_changes(typed: Any, fields: Any) -> None:
    assert mistakes(LinkChange, typed) == fields


def test_a_links_address_is_where_its_slug_opens() -> None:
    answer = LinkAnswer.of(a_link(), "https://relay.example")
    assert answer.url == "https://relay.example/r/acme-link"
