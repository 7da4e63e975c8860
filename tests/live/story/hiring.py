"""What the owner types into a job order, and what the agency does with it meanwhile."""

from datetime import date, timedelta
from typing import Final

from tests.live.story.firm import Firm, filed
from tests.live.story.reader import Reader
from tests.support.person import Person

TYPED: Final = {
    "title": "構造設計",
    "annual_income_jpy": "5,400,000",
    "duties": "建物の構造の設計",
    "duties_change": "変更なし",
    "workplace": "東京本社",
    "workplace_change": "変更なし",
    "trial-months": "3",
    "hours-stated": "9:00-18:00",
    "hours-break_minutes": "60",
    "hours-overtime_hours_per_month": "１０",
    "hours-holidays": "土曜・日曜・祝日",
    "wage-from_jpy": "380000",
    "wage-to_jpy": "450000",
}
CHOSEN: Final = {
    "dispatch": "no",
    "contract_term": "indefinite",
    "hours_system": "fixed",
    "wage_per": "month",
    "smoking": "prohibited",
}
TICKED: Final = ("insurance-health", "insurance-pension", "penalty_clause_acknowledged")


def posts(owner: Reader) -> str:
    """The job order's path. What is missing is said beside its field first."""
    page = owner.opens("/console/job-orders/new")
    owner.types(TYPED, title="")
    owner.chooses(**CHOSEN)
    owner.presses(status=422)
    assert owner.field("title").get_attribute("aria-invalid") == "true"
    assert owner.field("duties").input_value() == TYPED["duties"]
    owner.types(title=TYPED["title"], closes_on=str(date.today() + timedelta(days=60)))
    for name in TICKED:
        owner.field(name).check()
    owner.presses()
    assert page.get_by_role("status").is_visible()
    return page.url.removeprefix(owner.live.url.rstrip("/")).partition("?")[0]


def of_order(firm: Firm, path: str) -> str:
    """Where the agency has it."""
    return f"companies/{firm.company_id}/job-orders/{path.rpartition('/')[2]}"


def asks(firm: Firm, path: str, person: Person) -> str:
    """The agency asks them about the job order. The recommendation's id."""
    wish = {
        "candidate_id": filed(firm.live, person),
        "items": ["name", "summary"],
        "back_to_referrer_confirmed": True,
    }
    said = firm.agency("POST", f"{of_order(firm, path)}/recommendations", wish)
    return str(said["recommendation_id"])


def shows(firm: Firm, path: str, recommendation: str) -> None:
    shown = {"items": ["name", "summary"], "summary": "人の話をよく聴く方です。"}
    firm.agency("POST", f"{of_order(firm, path)}/recommendations/{recommendation}/recommend", shown)
