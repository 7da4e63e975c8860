"""A link as a QR code: black squares for a camera, drawn where they are asked for."""

import io
from typing import Final

import segno

INK: Final = "#1C2B33"
PAPER: Final = "#FFFFFF"


def svg(url: str) -> str:
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", dark=INK, light=PAPER, border=4, scale=8)
    return drawn.getvalue().decode()


def png(url: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="png", dark=INK, border=4, scale=12)
    return drawn.getvalue()
