"""What an advertisement leaves on the page: one word of the form, and nothing else of its link."""

import pytest

from shared.pages import page
from tests.support.builders import AGENCY

HIDDEN = '<input type="hidden" name="paid" value="true">'


def landing(*, is_paid: bool) -> str:
    return page.landing(
        locale="ja",
        slug="acme-link",
        company_name="あおぞら",
        agency=AGENCY,
        is_open=True,
        is_paid=is_paid,
    )


@pytest.mark.parametrize("is_paid", [True, False])
def test_the_form_and_the_page_in_the_other_language_remember_it(is_paid: bool) -> None:
    document = landing(is_paid=is_paid)
    assert (HIDDEN in document) is is_paid
    assert ("?lang=en&amp;paid=1" in document) is is_paid
