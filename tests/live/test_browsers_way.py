"""What a phone without scripts does: open, fill in, be sent on, type the code."""

import re
from html.parser import HTMLParser

import httpx
import pytest

from tests.support.live import Live
from tests.support.person import Person


class Form(HTMLParser):
    """The first form of a page: where it goes, and the names of what it asks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action, self.names, self.ticked = "", set[str](), set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form" and not self.action:
            self.action = said["action"] or ""
        if tag in {"input", "select"} and said.get("name"):
            self.names.add(str(said["name"]))
            if "checked" in said:
                self.ticked.add(str(said["name"]))


def test_a_form_is_filled_in_and_each_answer_is_the_next_page(live: Live, somebody: Person) -> None:
    ask = live.visit.ask
    page = ask("GET", f"{live.link_url}?lang=en").text
    form = Form(page)
    assert form.ticked == set(), "no consent is given by default"
    assert {"full_name", "email", "consents.core", "consents.news"} <= form.names

    left_empty = dict.fromkeys(("phone", "desired_occupation", "desired_location"), "")
    typed = {"email": somebody.email, "full_name": "Ada", "locale": "en", "consents.core": "on"}
    typed |= left_empty
    sent = ask("POST", form.action, somebody.address, data=typed)
    assert sent.status_code == httpx.codes.SEE_OTHER
    where = sent.headers["location"]
    registration_id = re.findall(r"reg_\w+", where)[0]

    asks_code = Form(ask("GET", where).text)
    assert asks_code.names == {"code"}
    wrong = ask("POST", asks_code.action, data={"code": "abc"})
    assert (wrong.status_code, 'lang="en"' in wrong.text) == (422, True)
    code = somebody.code()
    spaced = f" {code[:3]} {code[3:]}".translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})
    done = ask("POST", asks_code.action, data={"code": spaced})
    assert done.status_code == httpx.codes.SEE_OTHER
    assert done.headers["location"].startswith(f"/registrations/{registration_id}")
    assert "Your registration is complete." in ask("GET", done.headers["location"]).text


def test_a_form_with_mistakes_comes_back_with_what_was_typed(live: Live) -> None:
    typed = {"email": "ada", "full_name": 'Ada "<b>"', "consents.news": "on"}
    back = live.visit.ask("POST", f"{live.link_url}/registrations?lang=en", data=typed)
    assert back.status_code == 422
    assert 'value="Ada &#34;&lt;b&gt;&#34;"' in back.text
    assert Form(back.text).ticked == {"consents.news"}
    assert 'aria-invalid="true"' in back.text


@pytest.mark.parametrize(("asked", "spoken"), [("en", "en"), ("fr, en;q=0.5", "en"), ("", "ja")])
def test_a_page_speaks_the_readers_language(live: Live, asked: str, spoken: str) -> None:
    page = live.visit.ask("GET", live.link_url, headers={"Accept-Language": asked}).text
    assert f'<html lang="{spoken}">' in page


def test_a_get_changes_nothing_but_statistics_and_labels_robots(live: Live) -> None:
    made = live.visit.of_company("/v1/links")["items"][0]
    table = live.stack["ClicksTable"]
    database = live.clients.client("dynamodb")

    def seen() -> dict[str, int]:
        items = database.scan(TableName=table)["Items"]
        ours = [i for i in items if i["sk"]["S"].endswith(f"#{made['link_id']}")]
        found = [(n, int(v["N"])) for i in ours for n, v in i.items() if "N" in v]
        kinds = ("human", "suspected_bot")
        return {kind: sum(k for n, k in found if n.startswith(kind)) for kind in kinds}

    def core() -> int:
        return int(database.scan(TableName=live.stack["CoreTable"], Select="COUNT")["Count"])

    visits, items = seen(), core()
    for method, agent in (
        ("GET", "Mozilla/5.0 (iPhone)"),
        ("GET", "SafeLinks scan"),
        ("HEAD", "M"),
    ):
        answer = live.visit.ask(method, live.link_url, headers={"User-Agent": agent})
        assert answer.status_code == httpx.codes.OK
        assert answer.content == b"" or method == "GET"
    assert {n: seen()[n] - visits[n] for n in visits} == {
        "human": 1,
        "suspected_bot": 2,
    }
    assert core() == items
