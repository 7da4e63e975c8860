from typing import Final
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response

from functions.me import not_me_flow
from functions.me.room import alone, event, query, routes
from shared import clock, people, signed_in
from shared.table.referrals import Referrals
from shared.table.refused_mail import RefusedMail
from shared.table.registrations import Registrations
from shared.wires import pepper, table

router = routes()
BELOW: Final = "/not-me/"


@router.route("/not-me/<token>", method=["GET", "HEAD"])
def ask(token: str) -> Response[str]:
    """Whoever opens it changes nothing: a mail's scanner opens it first."""
    not_me_flow.subject(token, secrecy=pepper())
    return _page(token, done=query(router).get("done") == "1")


@router.post("/not-me/<token>")
def refuse(token: str) -> Response[str]:
    """The link from the mail is the word for it: nobody is signed in here."""
    not_me_flow.refuse(
        token,
        secrecy=pepper(),
        registrations=Registrations(table()),
        referrals=Referrals(table()),
        refused=RefusedMail(table()),
        now=clock.now(),
    )
    where = f"{BELOW}{quote(token, safe='~.-_')}"
    return signed_in.to(f"{where}?done=1&lang={people.locale_of(event(router))}")


def _page(token: str, *, done: bool) -> Response[str]:
    values = {
        "here": f"{BELOW}{quote(token, safe='~.-_')}",
        "said": done,
        "email": people.agency().contact_email,
    }
    return alone(people.locale_of(event(router)), "not_me", values)
