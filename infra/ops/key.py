"""`make key [COMPANY=co_...]`, `make key MEMBER=... NAME=... ROLE=adviser`: make an API key."""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.refusal import RefusedError
from infra.ops.stack import stack
from shared.contracts.member import MemberNamed
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest

ROLES: Final = ("adviser", "manager")


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("company_id", nargs="?", help="left out: a key for the agency")
    parser.add_argument("--scope", action="append", help="left out: all scopes of its kind")
    parser.add_argument("--member", default="", help="somebody at the agency, by e-mail address")
    parser.add_argument("--name", default="", help="how that person is called")
    parser.add_argument("--role", default="", help=" or ".join(ROLES))


def key(said: Namespace) -> Any:
    kind = "company" if said.company_id else "agency"
    asked = {"kind": kind, "company_id": said.company_id, "scopes": said.scope}
    return stack(said.stage).ask("IssueKeyFunction", asked | member(said))


def member(said: Namespace) -> dict[str, Any]:
    """Whose key it is; nothing for a program's own. Raises RefusedError."""
    named = {"email": said.member, "name": said.name, "role": said.role}
    if not (said.member or said.role):
        return {}
    if said.company_id or not all(named.values()) or said.role not in ROLES:
        raise RefusedError("say MEMBER=, NAME= and ROLE=adviser or manager, and no COMPANY=")
    try:
        return {"member": parse(MemberNamed, named).model_dump(mode="json")}
    except InvalidRequest as error:
        raise RefusedError(str(error)) from None


ACT: Final = Act("key", "make an API key; it is shown this once", key, asks)
