from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.issue_key.flow import issue_key, scopes_of
from shared import clock
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.member import Member, Role
from shared.mint import api_key, key_digest, mint
from shared.observe import logger, metrics, tick
from shared.settings import STAGE, at_start, setting
from shared.table.api_keys import ApiKeys
from shared.table.companies import Companies
from shared.table.members import Members
from shared.wires import pepper, table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """`{"kind": "company", "company_id": "co_...", "scopes": [...]?}`, `{"kind": "agency"}`, or
    with `"member": {"email", "name", "role"}` a person's at the agency. Who is never logged.
    """
    kind, company_id, now = event["kind"], event.get("company_id"), clock.now()
    scopes, person = _of_person(event, now)
    key = api_key(kind, setting(STAGE))
    caller = issue_key(
        mint("key", now),
        kind,
        CompanyId(company_id) if company_id else None,
        scopes,
        digest=key_digest(key),
        api_keys=ApiKeys(table()),
        find_company=Companies(table()).find,
        member=person,
    )
    tick("KeyIssued")
    return {"key_id": caller.key_id, "api_key": key, "scopes": sorted(caller.scopes)}


def _of_person(
    event: dict[str, Any], now: datetime
) -> tuple[Sequence[str] | None, PersonKey | None]:
    """The scopes, and whose key it is. Raises InvalidRequest."""
    if not event.get("member"):
        return event.get("scopes"), None
    if event["kind"] != "agency" or event.get("scopes") is not None:
        raise InvalidRequest("a person's key is the agency's, and their role says its scopes")
    named = event["member"]
    person = pepper().person(named["email"])
    asked = Member(named["name"], named["email"], Role(named["role"]), now)
    return scopes_of(person, asked, Members(table())), person


at_start(table, pepper)
