"""/agency/registers/...: what only the agency knows is added to a row, with the reason noted.

The form carries what its row said when it was shown. Where somebody was faster, both are shown and
nothing is written.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.register_forms import FORMS, WAS
from functions.place.by_hand.room import done, shown, words
from shared import forms
from shared.contracts.problem import page_status
from shared.domain.dealing import Stay
from shared.domain.errors import InvalidRequest, RelayError, StateForbids
from shared.domain.seat import AGENCY_MANAGE
from shared.rooms import caller, routes
from shared.signed_acts import act, over
from shared.table.amendables import Amendable

router = routes()
HERE: Final = "/agency/registers"
REASONS: Final = ("asked_by_person", "learnt", "mistyped", "paid", "authority")
"""The log keeps a word of ours: free text stays in the row."""


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
        form = FORMS[kind]
        form.amend(doing, of, form.new(said), form.seen(said))
    except (InvalidRequest, StateForbids) as refused:
        return _refused(kind, of, said, refused)
    return over(doing)


def _check_reason(said: Mapping[str, str]) -> None:
    """Raises InvalidRequest."""
    if said.get("reason") not in REASONS:
        raise InvalidRequest("say why", {"reason": "missing"})


def _refused(
    kind: str, of: tuple[str, ...], said: Mapping[str, str], refused: RelayError
) -> Response[str]:
    found = FORMS[kind].found(*of)
    if isinstance(refused, InvalidRequest):
        fields = {name: code for name, code in refused.fields.items() if name in said}
        found = replace(found, values=FORMS[kind].was(said))
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
        "names": FORMS[kind].names,
        "was": found.values,
        "values": said,
        "meanwhile": meanwhile or {},
        "reasons": REASONS,
        "stays": [*Stay],
        "mistakes": forms.mistakes(fields, here["errors"]),
        "done": done(router, "register_amend"),
    }
    status = page_status(refused)
    return shown(router, "register_amend", HERE, values, status=status)
