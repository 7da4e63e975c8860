from aws_lambda_powertools.event_handler import Response

from functions.manage.wires import company, origin
from shared import programs, qr, web
from shared.domain.ids import LinkId
from shared.table.links import Links
from shared.wires import table

router = programs.routes()


def _url(link_id: str) -> str:
    link = Links(table()).find(company(router, "links:read"), LinkId(link_id))
    return f"{origin(router)}/r/{link.slug}"


@router.get(
    "/v1/links/<link_id>/qr.svg",
    enable_validation=False,
    summary="The link as a QR code, for print",
)
def svg(link_id: str) -> Response[str]:
    return Response(200, "image/svg+xml", qr.svg(_url(link_id)), headers=web.SAFE)


@router.get(
    "/v1/links/<link_id>/qr.png",
    enable_validation=False,
    summary="The link as a QR code, for slides",
)
def png(link_id: str) -> Response[bytes]:
    return Response(200, "image/png", qr.png(_url(link_id)), headers=web.SAFE)
