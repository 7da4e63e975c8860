"""Every act of the agency: what is there before it, and two bodies it may be asked with."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from functions.place import cvs
from shared.counting import settle
from shared.domain.cv import MediaType
from shared.domain.ids import CompanyId
from shared.domain.recommendation import Fault
from shared.domain.registration import Registration, Signal
from shared.table import keys
from shared.table.codec import due
from tests.support.acts import SAID, count, person, take_in
from tests.support.builders import ACME, BOLT, NOON, PROGRAMME, TODAY, a_company
from tests.support.desk import TARO, Desk
from tests.support.fakes.cvs import FakeCvs
from tests.support.files_desk import Desk as Files
from tests.support.recommending import ADA, JOB, REC, WEEK, a_file, an_order
from tests.support.recommending import Desk as Hiring

NEW: Final = f"/companies/{ACME}"
CANDIDATE: Final = f"/candidates/{ADA}"
ORDER: Final = f"/companies/{BOLT}/job-orders/{JOB}"
HIRE: Final = f"{ORDER}/recommendations/{REC}"


@dataclass(frozen=True)
class World:
    desk: Desk
    files: Files

    @property
    def hiring(self) -> Hiring:
        return Hiring(self.desk.table)


@dataclass(frozen=True)
class Asked:
    path: str
    body: Any = None
    other: Any = None
    by: str = TARO


type Scene = Callable[[World], Asked]


def _held(world: World) -> Registration:
    made = replace(take_in(world.desk.stores, "ada"), signals=(Signal.OWN_DOMAIN,))
    stores = world.desk.stores
    settle(made, person("ada"), referrals=stores.referrals, programme=PROGRAMME, now=NOON)
    return made


def _of_held(act: str, body: Any = None, other: Any = None) -> Scene:
    return lambda w: Asked(f"/registrations/{_held(w).registration_id}/{act}", body, other)


def _reverse(world: World) -> Asked:
    made = count(world.desk.stores, "ada")
    why = {"reason": "suspected_fraud"}, {"reason": "out_of_scope"}
    return Asked(f"/registrations/{made.registration_id}/reverse", *why)


def voided_window(desk: Desk, *made: Registration) -> None:
    """As the voiding of a window leaves them."""
    for one in made:
        values = {
            "registration_id": one.registration_id,
            "company_id": ACME,
            "window_id": "vw_1",
            **due(keys.inbox(keys.Inbox.REVERSALS), NOON),
        }
        desk.table.commit(desk.table.new(keys.reversal(one.registration_id), values))


def _dismiss(world: World) -> Asked:
    made = count(world.desk.stores, "ada")
    voided_window(world.desk, made)
    return Asked(f"/reversals/{made.registration_id}/dismiss")


def _waiting(act: str, *bodies: Any) -> Scene:
    def scene(world: World) -> Asked:
        company = a_company(CompanyId("co_01KJP7T0W0000000000000000N"))
        world.desk.stores.companies.ask(company, "visitor", None, SAID)
        return Asked(f"/companies/{company.company_id}/{act}", *bodies)

    return scene


def _resume(world: World) -> Asked:
    world.desk.posts(f"{NEW}/suspend", {"reason": "x"})
    return Asked(f"{NEW}/resume")


def _proposed(act: str) -> Scene:
    def scene(world: World) -> Asked:
        made = world.desk.posts(f"{NEW}/adjustments", {"amount": 1, "reason": "x"})
        return Asked(f"/adjustments/{made['adjustment_id']}/{act}")

    return scene


def _posted(act: str, *bodies: Any) -> Scene:
    def scene(world: World) -> Asked:
        key = an_order()
        posted = replace(key, state=type(key.state)("posted"), accepted_at=None)
        world.hiring.posts(posted)
        return Asked(f"{ORDER}/{act}", *bodies)

    return scene


def _of_candidate(act: str, *bodies: Any) -> Scene:
    def scene(world: World) -> Asked:
        world.hiring.files(a_file(contact_by=NOON))
        return Asked(CANDIDATE + act, *bodies)

    return scene


def _contacted(world: World) -> Asked:
    world.hiring.files(a_file(contact_by=NOON, adviser="一"))
    return Asked(f"{CANDIDATE}/contacted")


def _received(world: World) -> Asked:
    world.hiring.files(a_file())
    cv_id = world.desk.posts(f"{CANDIDATE}/cv", {"media_type": "application/pdf"})["cv_id"]
    fake = cvs.cvs()
    assert isinstance(fake, FakeCvs)
    fake.send(ADA, cv_id, b"%PDF")
    return Asked(f"{CANDIDATE}/cv/{cv_id}/received")


def _pair(act: str, *, keep: bool) -> Scene:
    def scene(world: World) -> Asked:
        two = (
            world.files.filed("ada", phone="090-1234-5678"),
            world.files.filed("bob", BOLT, NOON + timedelta(1), phone="090-1234-5678"),
        )
        [pair] = world.desk.knows("/duplicates")["items"]
        bodies = [{"keep": file.candidate_id} for file in two] if keep else ()
        return Asked(f"/duplicates/{pair['duplicate_id']}/{act}", *bodies)

    return scene


def _ask(world: World) -> Asked:
    world.hiring.posts(an_order())
    world.hiring.files(a_file())
    body = {"candidate_id": ADA}
    return Asked(f"{ORDER}/recommendations", body, {**body, "note": "other"})


def _recommend(world: World) -> Asked:
    world.hiring.posts(an_order())
    world.hiring.files(a_file())
    world.hiring.asks()
    world.hiring.answers()
    return Asked(f"{HIRE}/recommend", {"items": ["name"]}, {"items": ["name"], "summary": "x"})


def _outcome(stage: str) -> Scene:
    def scene(world: World) -> Asked:
        world.hiring.posts(an_order())
        world.hiring.recommended()
        if stage in ("left", "still_there"):
            world.hiring.joins()
        body = {"stage": stage, "fault": Fault.OTHER} if stage == "left" else {"stage": stage}
        return Asked(f"{HIRE}/outcome", body, {**body, "on": str(TODAY + WEEK)})

    return scene


def _fee(world: World) -> Asked:
    world.hiring.posts(an_order())
    world.hiring.recommended()
    world.hiring.joins()
    path = f"/registers/fees/{TODAY + WEEK:%Y-%m}/{REC}"
    return Asked(path, {"remark": "one"}, {"remark": "other"})


def _rules(_: World) -> Asked:
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    body = {"effective_from": soon, "hold_days": 3}
    return Asked("/rules", body, {**body, "hold_days": 4})


def _here(path: str, *bodies: Any) -> Scene:
    return lambda _: Asked(path, *bodies)


WHY: Final = {"reason": "one"}, {"reason": "other"}
TEXTS: Final = {"text": "one"}, {"text": "other"}
UNLAWFUL: Final = {"reason": "unlawful_content", "text": "一"}
_CO, _JOB, _REC = "/companies/<company_id>", "/job-orders/<job_order_id>", "/<recommendation_id>"
_CND = "/candidates/<candidate_id>"
_OF_ORDER = f"{_CO}{_JOB}/recommendations"

SCENES: Final[dict[tuple[str, str], list[Scene]]] = {
    ("POST", f"{_CO}/notes"): [_here(f"{NEW}/notes", *TEXTS)],
    ("POST", f"{_CO}/approve"): [_waiting("approve")],
    ("POST", f"{_CO}/refuse"): [_waiting("refuse", *WHY)],
    ("POST", f"{_CO}/suspend"): [_here(f"{NEW}/suspend", *WHY)],
    ("POST", f"{_CO}/resume"): [_resume],
    ("POST", "/registrations/<registration_id>/accept"): [_of_held("accept")],
    ("POST", "/registrations/<registration_id>/refuse"): [
        _of_held("refuse", {"reason": "out_of_scope"}, {"reason": "suspected_fraud"})
    ],
    ("POST", "/registrations/<registration_id>/reverse"): [_reverse],
    ("POST", "/reversals/<registration_id>/dismiss"): [_dismiss],
    ("POST", f"{_CO}/adjustments"): [
        _here(f"{NEW}/adjustments", {"amount": 1, "reason": "one"}, {"amount": 1, "reason": "two"})
    ],
    ("POST", "/adjustments/<adjustment_id>/approve"): [_proposed("approve")],
    ("POST", "/adjustments/<adjustment_id>/reject"): [_proposed("reject")],
    ("POST", f"{_CO}{_JOB}/accept"): [_posted("accept")],
    ("POST", f"{_CO}{_JOB}/refuse"): [_posted("refuse", UNLAWFUL, {**UNLAWFUL, "text": "二"})],
    ("POST", f"{_CO}{_JOB}/close"): [_posted("close")],
    ("POST", _OF_ORDER): [_ask],
    ("POST", f"{_OF_ORDER}{_REC}/recommend"): [_recommend],
    ("POST", f"{_OF_ORDER}{_REC}/outcome"): [
        _outcome(stage) for stage in ("interviewing", "joined", "left", "still_there")
    ],
    ("PATCH", _CND): [_of_candidate("", {"notes": "one"}, {"notes": "other"})],
    ("POST", f"{_CND}/adviser"): [_of_candidate("/adviser", {"name": "一"}, {"name": "二"})],
    ("POST", f"{_CND}/contacted"): [_contacted],
    ("POST", f"{_CND}/messages"): [_of_candidate("/messages", *TEXTS)],
    ("POST", f"{_CND}/withdrawal"): [_of_candidate("/withdrawal", *WHY)],
    ("POST", f"{_CND}/erasure"): [_of_candidate("/erasure", *WHY)],
    ("POST", f"{_CND}/cv"): [
        _of_candidate("/cv", {"media_type": "application/pdf"}, {"media_type": MediaType.DOCX})
    ],
    ("POST", f"{_CND}/cv/<cv_id>/received"): [_received],
    ("POST", "/duplicates/<duplicate_id>/merge"): [_pair("merge", keep=True)],
    ("POST", "/duplicates/<duplicate_id>/distinct"): [_pair("distinct", keep=False)],
    ("PATCH", "/registers/seekers/<candidate_id>"): [
        lambda w: replace(
            _of_candidate("", {"remark": "one"}, {"remark": "other"})(w),
            path=f"/registers/seekers/{ADA}",
        )
    ],
    ("PATCH", "/registers/employers/<company_id>"): [
        _here(f"/registers/employers/{ACME}", {"phone": "03-1111"}, {"phone": "03-2222"})
    ],
    ("PATCH", "/registers/fees/<month>/<recommendation_id>"): [_fee],
    ("POST", "/rules"): [_rules],
}
