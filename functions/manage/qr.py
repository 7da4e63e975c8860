import io
from typing import Any

import segno
from aws_lambda_powertools.event_handler import Response

from functions.manage.wires import company, origin
from shared import programs, web
from shared.domain.ids import LinkId
from shared.table.links import Links
from shared.wires import table

router = programs.routes()
INK = "#1C2B33"


def _drawn(link_id: str, kind: str, **options: Any) -> bytes:
    link = Links(table()).find(company(router, "links:read"), LinkId(link_id))
    drawn = io.BytesIO()
    segno.make(f"{origin(router)}/r/{link.slug}", error="m").save(
        drawn, kind=kind, dark=INK, border=4, **options
    )
    return drawn.getvalue()


@router.get(
    "/v1/links/<link_id>/qr.svg",
    enable_validation=False,
    summary="The link as a QR code, for print",
)
def svg(link_id: str) -> Response[str]:
    drawn = _drawn(link_id, "svg", scale=8, light="#FFFFFF").decode()
    return Response(200, "image/svg+xml", drawn, headers=web.SAFE)


@router.get(
    "/v1/links/<link_id>/qr.png",
    enable_validation=False,
    summary="The link as a QR code, for slides",
)
def png(link_id: str) -> Response[bytes]:
    return Response(200, "image/png", _drawn(link_id, "png", scale=12), headers=web.SAFE)
