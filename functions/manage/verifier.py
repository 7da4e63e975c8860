from aws_lambda_powertools.event_handler import Response

from shared import programs, web
from shared.command.packed import packed
from shared.downloads import saved

router = programs.routes()
PATH = "/v1/ledger/verifier.pyz"


@router.get(
    PATH,
    enable_validation=False,
    summary="The command that checks a statement, as one file",
    description="`python3.13 career-relay.pyz verify-statement FILE`, with nothing installed.",
    security=[],
)
def verifier() -> Response[bytes]:
    """For whoever trusts neither us nor the network: the ledger's rules as sources, in a zip."""
    headers = {**web.SAFE, **saved("career-relay.pyz")}
    return Response(200, "application/zip", packed(), headers=headers)
