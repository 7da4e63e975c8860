"""What the advisers do: write to who waits, look at who is held, take back, let go."""

from typing import Any, Final

from infra.local.story.cast import AGENCY
from infra.local.story.world import World, together
from shared.domain import mail_link
from shared.domain.ids import CandidateId

MANAGER, ADVISER, OTHER = (member.email for member in AGENCY)
HELLO: Final = "ご登録ありがとうございます。来週、30分ほどお話しできる時間をお聞かせください。"
REPLY: Final = "ご連絡ありがとうございます。火曜の19時以降でしたら、いつでも大丈夫です。"


def _desk(world: World, method: str, path: str, body: Any = None, by: str = ADVISER) -> Any:
    return world.as_(by, method, f"/v1/agency/{path}", body)


def greets(world: World, known: dict[str, str], *, writing: bool) -> None:
    """Learn who waits, their ids by full name; and write to them."""
    waiting = _desk(world, "GET", "candidates?limit=100")["items"]
    known |= {one["full_name"]: one["candidate_id"] for one in waiting}
    if writing:
        together(lambda one: _greets(world, one), waiting)


def _greets(world: World, one: dict[str, Any]) -> None:
    path = f"candidates/{one['candidate_id']}"
    if one["waits_for"] == "first_contact":
        named = AGENCY[1 + sum(one["full_name"].encode()) % 2]
        _desk(world, "POST", f"{path}/adviser", {"name": named.name}, by=named.email)
    else:
        _desk(world, "POST", f"{path}/contacted")


def held(world: World) -> list[str]:
    """The registrations somebody is to look at, oldest first."""
    return [one["registration_id"] for one in _desk(world, "GET", "registrations")["items"]]


def accepts(world: World, registration: str) -> None:
    _desk(world, "POST", f"registrations/{registration}/accept")


def refuses(world: World, registration: str) -> None:
    _desk(world, "POST", f"registrations/{registration}/refuse", {"reason": "suspected_fraud"})


def takes_back(world: World, registration: str) -> None:
    _desk(world, "POST", f"registrations/{registration}/reverse", {"reason": "already_registered"})


def erases(world: World, candidate_id: str) -> None:
    asked = {"reason": "asked_by_mail"}
    _desk(world, "POST", f"candidates/{candidate_id}/erasure", asked, by=MANAGER)


def lets_go(world: World, candidate_id: str) -> None:
    _desk(world, "POST", f"candidates/{candidate_id}/withdrawal", {"reason": "asked_by_mail"})


def writes(world: World, candidate_id: str) -> str:
    """The path of the page the candidate answers on, as their mail says it."""
    said = _desk(world, "POST", f"candidates/{candidate_id}/messages", {"text": HELLO})
    subject = mail_link.subject(CandidateId(candidate_id), said["message_id"])
    return f"/messages/{world.pepper.token(mail_link.MESSAGES, subject)}?lang=ja"


def replies(world: World, page: str) -> None:
    world.ask("GET", page)
    world.ask("POST", page, data={"text": REPLY})


def notes(world: World, candidate_id: str, text: str) -> None:
    _desk(world, "PATCH", f"candidates/{candidate_id}", {"notes": text})


def finds_out(world: World, company_id: str, text: str) -> None:
    _desk(world, "POST", f"companies/{company_id}/notes", {"text": text})


def proposes_a_credit(world: World, company_id: str) -> None:
    """A manager decides; on another day."""
    asked = {"amount": 1, "reason": "システム停止の間の登録10件が、確認できないまま失われたため。"}
    _desk(world, "POST", f"companies/{company_id}/adjustments", asked)


def says_how_it_goes(world: World, candidate_id: str, answer: str) -> None:
    token = world.pepper.token("check-ins", f"{candidate_id}~30_days")
    world.ask("POST", f"/check-ins/{token}?lang=ja", data={"answer": answer})
