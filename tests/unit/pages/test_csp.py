import re
from base64 import b64encode
from hashlib import sha256

import pytest

from shared.pages.csp import policy
from tests.unit.pages.reading import tags
from tests.unit.pages.shown import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_names_the_style_of_the_page(name: str) -> None:
    (css,) = re.findall(r"<style>(.*?)</style>", PAGES[name], re.DOTALL)
    digest = b64encode(sha256(css.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy()
    assert not [tag for tag in tags(PAGES[name]) if "style" in tag]


def test_the_policy_lets_nothing_else_in() -> None:
    said = dict(rule.split(" ", 1) for rule in policy().split("; "))
    assert said["default-src"] == "'none'"
    assert said["form-action"] == "'self'"
    assert said["base-uri"] == said["frame-ancestors"] == "'none'"
    assert said["img-src"] == "'self' data:"
