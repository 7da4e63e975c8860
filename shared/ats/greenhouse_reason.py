"""Who ended it, by Greenhouse's type of a reason [S: harvest, `rejection_reasons`]."""

from typing import Final

from shared.ats.body import inside, word
from shared.domain.ats_event import Kind, ReasonKind

TYPES: Final = {
    "": ReasonKind.UNKNOWN,
    "none specified": ReasonKind.UNKNOWN,
    "they rejected us": ReasonKind.CANDIDATE,
    "we rejected them": ReasonKind.COMPANY,
}


def reason_of(kind: Kind, reason: object) -> ReasonKind:
    """Any other type is one the company made for its own rejections [S: the webhooks' sample]."""
    if kind is not Kind.REJECTED:
        return ReasonKind.UNKNOWN
    name = word(inside(reason, "type", "name")).strip().lower()
    return TYPES.get(name, ReasonKind.COMPANY)
