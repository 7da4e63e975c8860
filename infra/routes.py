"""Which request goes to which function."""

from typing import Final

type Route = tuple[str, tuple[str, ...], str]

GET: Final = "GET"
HEAD: Final = "HEAD"
POST: Final = "POST"
ANY: Final = "ANY"
ORDERS: Final = "companies/{company_id}/job-orders"
PLACEMENT: Final = (
    "candidates",
    "candidates/{proxy+}",
    "duplicates",
    "duplicates/{proxy+}",
    "job-orders",
    ORDERS,
    f"{ORDERS}/{{proxy+}}",
    "provision-records",
    "recommendations",
    "registers/{proxy+}",
)
"""What of /v1/agency is about people and job orders."""
PLACED: Final = (
    *PLACEMENT,
    "recommendations/{proxy+}",
    "registers",
)
"""The same by hand: its pages."""
PUBLIC: Final = ("/", "/privacy", "/terms", "/terms/company", "/licence", "/fees", "/contact")
ROUTES: Final[tuple[Route, ...]] = (
    ("/r/{slug}", (GET, HEAD), "click"),
    ("/r/{slug}/registrations", (POST,), "register"),
    ("/registrations/{proxy+}", (ANY,), "register"),
    ("/consents/{token}", (ANY,), "answer"),
    ("/messages/{token}", (ANY,), "answer"),
    ("/check-ins/{token}", (ANY,), "answer"),
    ("/unsubscribe/{token}", (ANY,), "answer"),
    ("/apply", (ANY,), "sign_in"),
    ("/sign-in", (ANY,), "sign_in"),
    ("/sign-in/{proxy+}", (ANY,), "sign_in"),
    ("/sign-out", (ANY,), "sign_in"),
    ("/account", (ANY,), "sign_in"),
    ("/account/{proxy+}", (ANY,), "sign_in"),
    ("/console", (ANY,), "console"),
    ("/console/{proxy+}", (ANY,), "console"),
    *((path, (ANY,), "inform") for path in PUBLIC),
    ("/me", (ANY,), "me"),
    ("/me/{proxy+}", (ANY,), "me"),
    ("/not-me/{token}", (ANY,), "me"),
    *((f"/agency/{path}", (ANY,), "place") for path in PLACED),
    ("/agency", (ANY,), "agency"),
    ("/agency/{proxy+}", (ANY,), "agency"),
    ("/healthz", (GET,), "click"),
    *((f"/v1/agency/{path}", (ANY,), "place") for path in PLACEMENT),
    ("/v1/agency/{proxy+}", (ANY,), "agency"),
    ("/v1/{proxy+}", (ANY,), "manage"),
    ("/ats/{provider}/{connection_id}", (ANY,), "ats"),
)
REST: Final = "click"
"""It answers what no route knows: the API's own refusals are JSON nobody can reword."""
