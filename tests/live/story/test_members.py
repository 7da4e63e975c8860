"""Who else is at the company: a recruiter who may, a viewer who may not and is told so."""

import pytest

from tests.live.story.firm import Firm, core
from tests.live.story.reader import Reader

pytestmark = pytest.mark.browser
POSTS = """([action, word]) => {
  const form = document.createElement("form")
  form.method = "post"
  form.action = action
  for (const [name, value] of [["form", word], ["label", "x"]]) {
    const field = document.createElement("input")
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}"""


def test_a_recruiter_makes_a_link(recruiter: Reader) -> None:
    recruiter.opens("/console/links/new")
    recruiter.types(label="First interview")
    page = recruiter.presses()
    assert page.get_by_role("status").first.is_visible()
    assert page.locator("#url").input_value().startswith(recruiter.live.url)


def test_a_recruiter_does_not_end_the_companys_part(recruiter: Reader) -> None:
    recruiter.opens("/console/leave", 403)
    recruiter.opens("/console")
    sends(recruiter, "/console/leave")


def test_a_viewer_reads_and_is_offered_nothing_to_do(viewer: Reader, link: str) -> None:
    for path in ("", "/links", link.removeprefix("/console"), "/figures", "/credits", "/profile"):
        page = viewer.opens(f"/console{path}")
        assert page.locator("main form[method=post] button").count() == 0, path
    for path in ("/links/new", "/leave"):
        viewer.opens(f"/console{path}", 403)


def test_what_a_viewer_tries_is_refused_with_a_page_and_noted(
    viewer: Reader, firm: Firm, link: str
) -> None:
    viewer.opens(link)
    sends(viewer, link)
    noted = core(firm.live).partition(f"COMPANY#{firm.company_id}")
    tried = [item["about"] for item in noted if item.get("what") == "refused"]
    assert f"POST {link}" in tried


def sends(reader: Reader, path: str) -> None:
    """What no page of theirs offers, with the word their pages carry; it is a 403 page."""
    word = reader.page.locator('[name="form"]').first.input_value()
    reader.is_led(lambda: reader.page.evaluate(POSTS, [path, word]), 403)
