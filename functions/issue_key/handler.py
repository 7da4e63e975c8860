from datetime import UTC, datetime
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.issue_key.flow import issue_key
from shared.domain.ids import CompanyId
from shared.mint import api_key, key_digest, mint
from shared.observe import logger, metrics, tick
from shared.settings import STAGE, at_start, setting
from shared.table.api_keys import ApiKeys
from shared.table.companies import Companies
from shared.wires import table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """`{"kind": "company", "company_id": "co_...", "scopes": [...]?}` or `{"kind": "agency"}`."""
    kind, company_id = event["kind"], event.get("company_id")
    key = api_key(kind, setting(STAGE))
    caller = issue_key(
        mint("key", datetime.now(UTC)),
        kind,
        CompanyId(company_id) if company_id else None,
        event.get("scopes"),
        digest=key_digest(key),
        api_keys=ApiKeys(table()),
        find_company=Companies(table()).find,
    )
    tick("KeyIssued")
    return {"key_id": caller.key_id, "api_key": key, "scopes": sorted(caller.scopes)}


at_start(table)
