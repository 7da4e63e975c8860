"""Headers of an answer that is saved as a file."""

from collections.abc import Mapping
from datetime import date


def named(what: str, as_of: date | None, kind: str) -> Mapping[str, str]:
    name = "-".join(["career-relay", what, *([str(as_of)] if as_of else [])])
    return {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}


def goes_on(there: str | None) -> Mapping[str, str]:
    """RFC 8288."""
    return {"Link": f'<{there}>; rel="next"'} if there else {}
