from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import company, origin
from shared import people, programs, request, web
from shared.contracts.snippet import SnippetAnswer, SnippetList, Stage
from shared.domain.ids import LinkId
from shared.domain.locale import Locale
from shared.pages.sentences import STAGES, Snippet, snippets
from shared.table.links import Links
from shared.wires import table

router = programs.routes()


@router.get("/v1/links/<link_id>/mail-snippets", summary="Sentences to paste, with the link")
def of_link(
    link_id: str,
    locale: Annotated[Locale, Query()] = "ja",
    stage: Annotated[Literal[Stage, ""], Query()] = "",
) -> Response[SnippetList]:
    """For every stage unless one is named, each in two tones."""
    link = Links(table()).find(company(router, "links:read"), LinkId(link_id))
    url = f"{origin(router)}/r/{link.slug}"
    stages = (stage,) if stage else STAGES
    items = [_said(one) for one in snippets(people.agency(), url, locale, stages)]
    return Response(200, request.JSON, SnippetList(items=items), headers=web.SAFE)


def _said(one: Snippet) -> SnippetAnswer:
    return SnippetAnswer(
        stage=one.stage, tone=one.tone, subject=one.subject, text=one.text, html=one.html
    )
