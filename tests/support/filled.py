"""The fields of a form on a page, as a browser would send them."""

from html.parser import HTMLParser
from typing import Final

PLAIN: Final = frozenset({"form", "once"})
"""What every form carries."""


class _Form(HTMLParser):
    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.found, self.is_in = action, dict[str, str](), False
        self.area, self.select = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_in = said.get("action") == self.action
        elif self.is_in and tag == "input" and said.get("type") != "checkbox":
            self.found[said["name"]] = said.get("value", "")
        elif self.is_in and tag == "textarea":
            self.area = said["name"]
            self.found[self.area] = ""
        elif self.is_in and tag == "select":
            self.select = said["name"]
            self.found.setdefault(self.select, "")
        elif self.is_in and tag == "option" and "selected" in said:
            self.found[self.select] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.found[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.found[self.area] = self.found[self.area].removeprefix("\n")
            self.area = ""
        elif tag == "form":
            self.is_in = False


def filled(page: str, action: str) -> dict[str, str]:
    """Of the form that is sent to `action`, without what every form carries."""
    form = _Form(action)
    form.feed(page)
    assert form.found, f"no form is sent to {action}"
    return {name: value for name, value in form.found.items() if name not in PLAIN}
