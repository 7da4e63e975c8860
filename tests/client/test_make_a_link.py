"""docs/client/examples/make_a_link.py against the handlers."""

from tests.client.conftest import Here
from tests.client.examples import ran
from tests.support.builders import ACME


def test_it_makes_the_link_and_prints_a_sentence_with_it(here: Here) -> None:
    status, said, wrong = ran(
        "make_a_link", "最終面接のあと", "final_interview", url=here.url, key=here.key
    )
    assert (status, wrong) == (0, "")
    links, _ = here.stores.links.page(ACME, limit=10, after=None)
    [made] = [link for link in links if link.label == "最終面接のあと"]
    url, sentence = said.split("\n", 1)
    assert url.endswith(f"/r/{made.slug}") and url in sentence


def test_a_key_nobody_knows_is_told_so_and_ends_badly(here: Here) -> None:
    status, said, wrong = ran("make_a_link", "x", url=here.url, key="crk_test_nobody")
    assert status == 1 and said == "" and "code='unauthenticated'" in wrong
