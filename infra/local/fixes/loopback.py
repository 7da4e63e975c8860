"""The engine is spoken to over loopback, without TLS: policies that ask for TLS take that as it."""

from ministack import app


def install() -> None:
    pin = app.pin_request_origin
    app.pin_request_origin = lambda address, _secure: pin(address, True)
