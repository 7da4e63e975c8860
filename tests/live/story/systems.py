"""The owner's systems: an ATS known by its files, a file of results, where webhooks go."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from infra.local.visit import until
from tests.live.story.firm import LONG_S
from tests.live.story.reader import Reader

RESULTS: Final = "応募者ID,氏名,選考結果,選考終了日\nA-001,朝倉 灯,不合格,2026/04/01\n"
CARD: Final = "main form.card button.do"


@dataclass(frozen=True)
class Systems:
    """Paths."""

    connection: str
    imported: str
    endpoint: str

    @property
    def named(self) -> dict[str, str]:
        return {
            "connection_id": _last(self.connection),
            "import_id": _last(self.imported),
            "endpoint_id": _last(self.endpoint),
            "provider": "greenhouse",
        }


def connects(owner: Reader) -> Systems:
    owner.opens("/console/connections/new/csv")
    owner.types(label="中途採用")
    connection = urlsplit(owner.presses("main form button.do").url).path
    return Systems(connection, _imports(owner, connection), _is_told(owner))


def _imports(owner: Reader, connection: str) -> str:
    page = owner.opens(f"{connection}/import")
    file: Any = {"name": "results.csv", "mimeType": "text/csv", "buffer": RESULTS.encode("cp932")}
    page.locator("#file").set_input_files(file)
    imported = urlsplit(owner.presses(CARD).url).path
    owner.presses(CARD)
    owner.presses("form[action$=confirm] button")
    links = owner.page.locator("a[download]")
    until(lambda: owner.opens(imported) and links.count(), "the file was not read", LONG_S)
    return imported


def _is_told(owner: Reader) -> str:
    owner.opens("/console/webhooks/new")
    owner.types(url="https://hooks.akebono.example/career-relay")
    owner.presses("main form button.do", 201)
    page = owner.opens("/console/webhooks")
    found = page.locator("main a[href^='/console/webhooks/whe_']").first.get_attribute("href")
    assert found
    return found


def _last(path: str) -> str:
    return path.rpartition("/")[2]
