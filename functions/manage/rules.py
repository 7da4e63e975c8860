from aws_lambda_powertools.event_handler import Response

from shared import clock, programs, request, web
from shared.contracts.rules import RulesAnswer, RulesInForce
from shared.domain.edition import ORIGINAL
from shared.domain.rules import in_force
from shared.pages.rules import in_words
from shared.table.rulebook import Rulebook
from shared.wires import table

router = programs.routes()


@router.get("/v1/rules", summary="The programme's rules, in force and to come, in plain words")
def rules() -> Response[RulesInForce]:
    """For every key, whatever its scopes: they are what everybody agreed to."""
    now = clock.now()
    versions = [edition.rules for edition in (ORIGINAL, *Rulebook(table()).all())]
    said = in_force(versions, now)
    coming = [version for version in versions if version.effective_from > now]
    answer = RulesInForce(
        in_force=RulesAnswer.of(said, in_words(said)),
        coming=[RulesAnswer.of(version, in_words(version)) for version in coming],
    )
    return Response(200, request.JSON, answer, headers=web.SAFE)
