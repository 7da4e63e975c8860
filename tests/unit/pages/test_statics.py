"""Files under names that change with their bytes, and pages that name them."""

import hashlib
import json
import re
import struct
from pathlib import Path

import pytest

from infra.local.place import ROOT
from shared.pages import statics
from tests.unit.pages.reading import tags
from tests.unit.pages.shown import PAGES

ALL = {static.key: static for static in statics.statics()}


def test_a_name_is_its_bytes_and_is_kept_for_ever_and_favicon_for_a_day() -> None:
    for key, static in ALL.items():
        if key == "favicon.ico":
            assert static.cache_control == "public, max-age=86400"
            continue
        found = re.fullmatch(r"static/[\w-]+\.([0-9a-f]{8,16})\.\w+", key)
        assert found, key
        assert hashlib.sha256(static.body).hexdigest().startswith(found[1])
        assert "immutable" in static.cache_control


def test_names_and_files_are_the_same() -> None:
    assert set(statics.names().values()) == ALL.keys()


def test_a_function_that_carries_names_alone_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = statics.path("apple-touch-icon.png")
    (tmp_path / statics.NAMES).write_text(json.dumps(dict(statics.names())))
    monkeypatch.setattr(statics, "FOLDER", tmp_path)
    statics.names.cache_clear()
    try:
        assert statics.path("apple-touch-icon.png") == said
    finally:
        statics.names.cache_clear()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_the_touch_icon_there_is(name: str) -> None:
    [link] = [t for t in tags(PAGES[name], "link") if t["rel"] == "apple-touch-icon"]
    assert str(link["href"]).removeprefix("/") in ALL


def test_the_icons_are_pictures_of_their_size_and_tiny() -> None:
    touch = ALL[statics.path("apple-touch-icon.png").removeprefix("/")]
    assert touch.content_type == "image/png"
    assert struct.unpack(">II", touch.body[16:24]) == (180, 180)
    assert ALL["favicon.ico"].body[:4] == b"\0\0\1\0"
    icons = [static for static in ALL.values() if static.content_type.startswith("image/")]
    assert icons and all(len(icon.body) < 2_000 for icon in icons)


def test_what_others_wrote_is_what_the_lock_names() -> None:
    """One exact version each, fetched by `make setup`."""
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for path in statics.VENDORED.values():
        package = path.partition("/")[0]
        fetched = json.loads((statics.VENDOR / package / "package.json").read_text())
        assert fetched["version"] == locked[f"node_modules/{package}"]["version"]
