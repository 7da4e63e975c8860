"""docs/client/examples/write_rejection_mails.py against the handlers."""

import re
from pathlib import Path

import pytest

from shared.domain.ids import Slug
from shared.domain.link import LinkState
from tests.client.conftest import Here
from tests.client.examples import ran

MAIL = "選考の結果、今回は見送らせていただきます。\n\n株式会社あおぞら製作所\n採用担当\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mail.txt").write_text(MAIL, encoding="utf-8")
    rows = "external_id,stage\nA-1,interview\nA-2,\n"
    (tmp_path / "rejected.csv").write_text(rows, encoding="utf-8")
    return tmp_path


def written(folder: Path, here: Here, key: str = "") -> tuple[int, str]:
    words = (str(folder / name) for name in ("rejected.csv", "mail.txt", "out"))
    status, _, wrong = ran("write_rejection_mails", *words, url=here.url, key=key or here.key)
    return status, wrong


def mails(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((folder / "out").iterdir())]


def slugs(folder: Path) -> list[str]:
    return [found for mail in mails(folder) for found in re.findall(r"/r/([\w-]+)", mail)]


def test_everybody_has_a_link_of_their_own_before_the_signature(folder: Path, here: Here) -> None:
    assert written(folder, here) == (0, "")
    first, second = slugs(folder)
    assert first != second
    for slug, mail in zip((first, second), mails(folder), strict=True):
        assert mail.startswith(MAIL.splitlines()[0])
        assert mail.index(slug) < mail.index("株式会社あおぞら製作所")
        assert here.stores.links.open(Slug(slug)).state is LinkState.ACTIVE


def test_run_again_it_writes_the_same(folder: Path, here: Here) -> None:
    written(folder, here)
    before = mails(folder)
    assert written(folder, here) == (0, "") and mails(folder) == before


def test_a_number_that_looks_like_a_person_stops_it(folder: Path, here: Here) -> None:
    (folder / "rejected.csv").write_text("external_id\nhanako@example.jp\n", encoding="utf-8")
    status, wrong = written(folder, here)
    assert status == 1 and "external_id" in wrong and mails(folder) == []
