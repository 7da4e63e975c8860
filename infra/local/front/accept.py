"""Whether somebody who asks is a person with a browser."""


def prefers_html(accept: str) -> bool:
    """A browser names text/html; a program names JSON, anything, or nothing.

    >>> prefers_html("text/html,application/xhtml+xml,*/*;q=0.8"), prefers_html("*/*")
    (True, False)
    >>> prefers_html("application/json, text/html;q=0.5")
    False
    """
    weights = {"text/html": 0.0, "application/json": 0.0}
    for part in accept.split(","):
        kind, _, weight = part.strip().partition(";q=")
        if kind in weights:
            weights[kind] = float(weight) if weight.replace(".", "").isdecimal() else 1.0
    return weights["text/html"] > weights["application/json"]
