"""Every act of the agency, found by its routes: noted once, and asked again answered the same."""

from typing import Any

import pytest

from functions.agency import handler as agency
from functions.place import cvs
from functions.place import handler as place
from shared.domain.cv import Judged, MediaType
from shared.table.commit import Table
from tests.support.agency_acts import SCENES, Scene, World
from tests.support.builders import PEPPER, PROGRAMME
from tests.support.desk import desk_over
from tests.support.fakes.cvs import FakeCvs
from tests.support.files_desk import desk_on

PREFIX = "/v1/agency"
ROUTES = (*agency.ROUTES, *place.ROUTES)
ALL = [(method, path, scene) for (method, path), scenes in SCENES.items() for scene in scenes]


class Reading:
    def judge(self, content: bytes) -> Judged:
        return Judged(MediaType.PDF, len(content), ())


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> World:
    desk, files, fake = desk_over(table, monkeypatch), desk_on(table, monkeypatch), FakeCvs()
    known: dict[str, Any] = {"table": table, "programme": PROGRAMME, "pepper": PEPPER, "cvs": fake}
    for module in ROUTES:
        for name, value in known.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, lambda value=value: value)
    monkeypatch.setattr(cvs, "Reading", Reading)
    return World(desk, files)


def test_no_act_of_the_agency_is_forgotten_here() -> None:
    routes = {
        (method, path.removeprefix(PREFIX))
        for module in ROUTES
        for path, methods, *_ in module.router._routes
        for method in methods
        if method != "GET"
    }
    assert routes == SCENES.keys()


@pytest.mark.parametrize(("method", "path", "scene"), ALL)
def test_asked_again_it_is_answered_the_same_noted_once_and_no_other_body_passes(
    world: World, method: str, path: str, scene: Scene
) -> None:
    desk, asked = world.desk, scene(world)
    before = len(desk.knows("/audit-log")["items"])

    def asks(body: Any) -> tuple[int, Any]:
        return desk.asks(method, asked.path, body, by=asked.by, once="the key")

    first = asks(asked.body)
    assert first[0] in (200, 201), first
    assert asks(asked.body) == first
    noted = desk.knows("/audit-log")["items"]
    assert len(noted) == before + 1
    assert (noted[0]["key_id"], bool(noted[0]["what"])) == (f"key_{asked.by}", True)
    status, said = asks({"another": "body"} if asked.other is None else asked.other)
    assert (status, said["code"]) == (409, "idempotency_mismatch")
    assert len(desk.knows("/audit-log")["items"]) == before + 1
