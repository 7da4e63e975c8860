"""Greenhouse on a person's record: made nameless, or deleted [S]."""

from shared.ats.body import inside, ref, several
from shared.ats.delivery import Events, Ignored, Meaning, Why
from shared.ats.keys import person
from shared.ats.vendor import Keyed
from shared.domain.ats_event import ApplicationEvent, CandidateErased, Kind


def meaning(action: str, payload: object, keyed: Keyed) -> Meaning:
    """A merge is neither: the applications go on under the other record."""
    match action:
        case "candidate_anonymized":
            return _erased(inside(payload, "candidate_id"), None, keyed)
        case "delete_candidate":
            gone = inside(payload, "person", "deleted_application_ids")
            return _erased(inside(payload, "person", "id"), gone, keyed)
    return Ignored(Why.NOT_FOLLOWED)


def _erased(candidate: object, applications: object, keyed: Keyed) -> Meaning:
    """`applications`: ids, where the vendor lists them."""
    who = person(ref(candidate), keyed)
    if who is None:
        return Ignored(Why.NO_CANDIDATE)
    refs = [found for one in several(applications) if (found := ref(one))]
    gone = (ApplicationEvent(Kind.ERASED, one, candidate_ref=who) for one in refs)
    return Events((CandidateErased(who), *gone))
