"""Every vendor's samples go through both functions; then all that is kept, queued and logged is
searched for the person in them."""

import io
import json
from typing import Any

import pytest

from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.connection import Connection
from tests.support.vendors_post import OTHER, SECRET, Post
from tests.unit.ats.test_nothing_personal import IDS, PERSON, TEXTS, everywhere

SEARCHED = [word.lower() for word in (*PERSON, *TEXTS)]
SECRETS = [SECRET, OTHER, SECRET.removeprefix("whsec_")]


def said_in_all(post: Post, connection: Connection, vendor: str) -> list[str]:
    """Everything queued on the way."""
    queued: list[str] = []
    for raw in samples(vendor).values():
        spoilt = json.dumps(everywhere(json.loads(raw), "山田花子 hanako@example.jp")).encode()
        good = post.signed(vendor, raw)
        for sent in (
            good,
            good,
            post.signed(vendor, raw, OTHER),
            Signed(good.raw + b" ", good.headers),
            Signed(raw, {"User-Agent": "Mozilla hanako"}),
            Signed(raw, {"link": f"<https://api.smartrecruiters.com/{PERSON[2]}>; rel=self"}),
            post.signed(vendor, spoilt),
            post.signed(vendor, raw[: len(raw) // 2]),
        ):
            post.post(sent, connection, encoded=True)
        queued += post.queue.messages
        assert post.read() == []
    return queued


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_nothing_of_the_person_is_kept_queued_or_logged(
    post: Post, vendor: str, log: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = post.connect(vendor)
    before = post.everything()
    capsys.readouterr()
    queued = said_in_all(post, connection, vendor)
    out = log.getvalue() + "".join(capsys.readouterr())
    kept = [item for item in post.everything() if item not in before]
    assert kept and queued and "refused" in log.getvalue() and "DeliveryQueued" in out
    everything = json.dumps([kept, queued], ensure_ascii=False) + out
    found = [word for word in SEARCHED if word in everything.lower()]
    assert found == []
    assert IDS.get(vendor, "no such id") not in everything
    assert [one for one in SECRETS if one in everything] == []


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_nor_when_all_fails(
    post: Post, vendor: str, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = post.connect(vendor)

    def fails(*_: Any, **__: Any) -> None:
        raise ValueError("山田花子 hanako@example.jp")

    monkeypatch.setattr(VENDORS[vendor], "read", fails)
    for raw in samples(vendor).values():
        reply = post.post(post.signed(vendor, raw), connection)
        assert reply["statusCode"] == 503
        assert not [word for word in SEARCHED if word in str(reply).lower()]
    assert "ValueError" in log.getvalue()
    assert [word for word in SEARCHED if word in log.getvalue().lower()] == []
