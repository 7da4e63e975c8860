"""What a function writes to its log, lines and metrics, however Powertools got hold of stdout."""

import contextlib
import io
import logging
from collections.abc import Iterator

from aws_lambda_powertools import Logger


@contextlib.contextmanager
def writing_to(logger: Logger) -> Iterator[io.StringIO]:
    written = io.StringIO()
    streams = [h for h in logger.handlers if isinstance(h, logging.StreamHandler)]
    before = [handler.setStream(written) for handler in streams]
    try:
        with contextlib.redirect_stdout(written):
            yield written
    finally:
        for handler, stream in zip(streams, before, strict=True):
            if stream is not None:
                handler.setStream(stream)
