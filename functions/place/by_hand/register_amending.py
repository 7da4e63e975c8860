"""/agency/registers/...: what only the agency knows is added to a row, with the reason noted.

The form carries what its row said when it was shown. Where somebody was faster, both are shown and
nothing is written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place import amending
from functions.place.by_hand import amendable
from functions.place.by_hand.amendable import Amendable
from functions.place.by_hand.room import done, shown, words
from shared import forms
from shared.acts import Act
from shared.contracts.problem import status_of
from shared.contracts.register_amendments import EmployerAmended, FeeAmended, SeekerAmended
from shared.contracts.wire import parse
from shared.domain.dealing import Stay
from shared.domain.errors import InvalidRequest, RelayError, StateForbids
from shared.domain.seat import AGENCY_MANAGE
from shared.rooms import caller, routes
from shared.signed_acts import act, over

router = routes()
HERE: Final = "/agency/registers"
REASONS: Final = ("asked_by_person", "learnt", "mistyped", "paid", "authority")
"""The log keeps a word of ours: free text stays in the row."""
WAS: Final = "was-"


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of row: how it is found, and which act amends it."""

    found: Callable[..., Amendable]
    amend: Callable[[Act, tuple[str, ...], Mapping[str, str], amendable.Seen], None]


def _seeker(doing: Act, of: tuple[str, ...], said: Mapping[str, str], seen: Any) -> None:
    asked = parse(SeekerAmended, forms.filled(said, *amendable.SEEKER))
    amending.seeker(doing, of[0], asked, seen, reason=said["reason"])


def _employer(doing: Act, of: tuple[str, ...], said: Mapping[str, str], seen: Any) -> None:
    asked = parse(EmployerAmended, forms.filled(said, *amendable.EMPLOYER))
    amending.employer(doing, of[0], asked, seen, reason=said["reason"])


def _fee(doing: Act, of: tuple[str, ...], said: Mapping[str, str], seen: Any) -> None:
    values = forms.filled(said, *amendable.FEE)
    if "refund_jpy" in values:
        values["refund_jpy"] = amendable.yen(values["refund_jpy"])
    asked = parse(FeeAmended, values)
    amending.fee(doing, of[0], of[1], asked, seen, reason=said["reason"])


FORMS: Final = {
    "seekers": Form(amendable.seeker, _seeker),
    "employers": Form(amendable.employer, _employer),
    "fees": Form(amendable.fee, _fee),
}


@router.get(f"{HERE}/seekers/<candidate_id>")
def seeker(candidate_id: str) -> Response[str]:
    return _page("seekers", (candidate_id,))


@router.post(f"{HERE}/seekers/<candidate_id>")
def amend_seeker(candidate_id: str) -> Response[str]:
    return _amended("seekers", (candidate_id,))


@router.get(f"{HERE}/employers/<company_id>")
def employer(company_id: str) -> Response[str]:
    return _page("employers", (company_id,))


@router.post(f"{HERE}/employers/<company_id>")
def amend_employer(company_id: str) -> Response[str]:
    return _amended("employers", (company_id,))


@router.get(f"{HERE}/fees/<month>/<recommendation_id>")
def fee(month: str, recommendation_id: str) -> Response[str]:
    return _page("fees", (month, recommendation_id))


@router.post(f"{HERE}/fees/<month>/<recommendation_id>")
def amend_fee(month: str, recommendation_id: str) -> Response[str]:
    return _amended("fees", (month, recommendation_id))


def _page(kind: str, of: tuple[str, ...]) -> Response[str]:
    caller(router, AGENCY_MANAGE)
    found = FORMS[kind].found(*of)
    return _shown(kind, of, found, found.values, {})


def _amended(kind: str, of: tuple[str, ...]) -> Response[str]:
    path = "/".join((HERE, kind, *of))
    doing, said = act(router, AGENCY_MANAGE, f"{path}?done=amended"), forms.typed(router)
    try:
        _check_reason(said)
        FORMS[kind].amend(doing, of, _new(kind, said), _seen(kind, said))
    except (InvalidRequest, StateForbids) as refused:
        return _refused(kind, of, said, refused)
    return over(doing)


def _check_reason(said: Mapping[str, str]) -> None:
    """Raises InvalidRequest."""
    if said.get("reason") not in REASONS:
        raise InvalidRequest("say why", {"reason": "missing"})


def _new(kind: str, said: Mapping[str, str]) -> dict[str, str]:
    """What is to be another than it was, and why."""
    names = amendable.NAMES[kind]
    moved = {n: said[n] for n in names if said.get(n, "") not in ("", said.get(f"{WAS}{n}", ""))}
    return {**moved, "reason": said["reason"]}


def _seen(kind: str, said: Mapping[str, str]) -> dict[str, Any]:
    """As the row has it."""
    was = {name: value or None for name, value in _was(kind, said).items()}
    refund = was.get("refund_jpy")
    return {**was, "refund_jpy": amendable.yen(refund)} if refund else was


def _was(kind: str, said: Mapping[str, str]) -> dict[str, str]:
    return {name: said.get(f"{WAS}{name}", "") for name in amendable.NAMES[kind]}


def _refused(
    kind: str, of: tuple[str, ...], said: Mapping[str, str], refused: RelayError
) -> Response[str]:
    found = FORMS[kind].found(*of)
    if isinstance(refused, InvalidRequest):
        fields = {name: code for name, code in refused.fields.items() if name in said}
        found = replace(found, values=_was(kind, said))
        return _shown(kind, of, found, said, fields or {"reason": "nothing"}, refused)
    now = {n: v for n, v in found.values.items() if v != said.get(f"{WAS}{n}", "")}
    return _shown(kind, of, found, said, {}, refused, now)


def _shown(
    kind: str,
    of: tuple[str, ...],
    found: Amendable,
    said: Mapping[str, str],
    fields: Mapping[str, str],
    refused: RelayError | None = None,
    meanwhile: Mapping[str, str] | None = None,
) -> Response[str]:
    here = words(router, "register_amend")
    values = {
        "kind": kind,
        "path": "/".join((HERE, kind, *of)),
        "about": found.about,
        "month": found.month,
        "names": amendable.NAMES[kind],
        "was": found.values,
        "values": said,
        "meanwhile": meanwhile or {},
        "reasons": REASONS,
        "stays": [*Stay],
        "mistakes": forms.mistakes(fields, here["errors"]),
        "done": done(router, "register_amend"),
    }
    status = status_of(type(refused)).value if refused else 200
    return shown(router, "register_amend", HERE, values, status=status)
