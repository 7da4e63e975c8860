from datetime import date
from html import unescape

import pytest

from tests.support.builders import AGENCY
from tests.unit.pages.reading import words
from tests.unit.pages.shown import MAILS, PAGES


def test_the_licence_holds_through_its_last_day() -> None:
    assert AGENCY.may_register(date(2031, 3, 31))
    assert not AGENCY.may_register(date(2031, 4, 1))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_agency_licence_and_validity(name: str) -> None:
    said = words(PAGES[name])
    english = name.endswith("-en")
    assert (AGENCY.name_en if english else AGENCY.name) in said
    assert AGENCY.licence_number in said
    assert ("31 March 2031" if english else "2031年3月31日") in said


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_names_sender_licence_address_and_contact_in_both_parts(name: str) -> None:
    english = name.endswith("-en")
    for part in (MAILS[name].text, unescape(words(MAILS[name].html))):
        assert (AGENCY.name_en if english else AGENCY.name) in part
        assert AGENCY.licence_number in part
        assert ("31 March 2031" if english else "2031年3月31日") in part
        assert (AGENCY.address_en if english else AGENCY.address) in part
        assert AGENCY.contact_email in part
