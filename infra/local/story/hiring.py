"""A job order, and who is asked, agrees, is shown and joins."""

from dataclasses import dataclass
from typing import Any

from infra.local.story.beginning import Made
from infra.local.story.desk import ADVISER
from infra.local.story.world import World


@dataclass(frozen=True, slots=True)
class Order:
    made: Made
    job_order_id: str

    @property
    def path(self) -> str:
        return f"/v1/agency/companies/{self.made.company_id}/job-orders/{self.job_order_id}"


def posts(world: World, made: Made, title: str, openings: int = 1) -> Order:
    asked = {
        "title": title,
        "conditions": _conditions(made.company.name, title),
        "annual_income_jpy": 5_400_000,
        "openings": openings,
        "penalty_clause_acknowledged": True,
    }
    said = world.as_(made.company.key, "POST", "/v1/job-orders", asked)
    return Order(made, said["job_order_id"])


def accepts(world: World, order: Order) -> None:
    world.as_(ADVISER, "POST", f"{order.path}/accept")


def reserves(world: World, order: Order) -> None:
    path = f"/v1/job-orders/{order.job_order_id}/credit"
    world.as_(order.made.company.key, "POST", path)


def asks(world: World, order: Order, candidate_id: str) -> str:
    """The recommendation's id. The candidate hears of it by mail."""
    wish = {"candidate_id": candidate_id, "items": ["name", "occupation", "location", "summary"]}
    said = world.as_(ADVISER, "POST", f"{order.path}/recommendations", wish)
    return str(said["recommendation_id"])


def agrees(world: World, candidate_id: str, recommendation: str, answer: str = "yes") -> None:
    """On the page their mail leads to."""
    page = f"/consents/{world.pepper.token('consents', f'{candidate_id}~{recommendation}')}"
    world.ask("GET", page)
    world.ask("POST", page, data={"answer": answer})


def shows(world: World, order: Order, recommendation: str) -> None:
    shown = {"items": ["name", "occupation", "summary"], "summary": "人の話をよく聴く方です。"}
    world.as_(ADVISER, "POST", f"{order.path}/recommendations/{recommendation}/recommend", shown)


def goes(world: World, order: Order, recommendation: str, stage: str) -> None:
    """interviewing, offered, joined"""
    path = f"{order.path}/recommendations/{recommendation}/outcome"
    world.as_(ADVISER, "POST", path, {"stage": stage})


def _conditions(employer: str, title: str) -> dict[str, Any]:
    return {
        "duties": f"{title}の業務一般",
        "duties_change": "会社の定める業務",
        "contract": {"term": "indefinite"},
        "trial": {"months": 3},
        "workplace": "東京本社(在宅勤務可)",
        "workplace_change": "本社および国内の拠点",
        "hours": {
            "system": "fixed",
            "stated": "9:00-18:00",
            "break_minutes": 60,
            "holidays": "土日祝",
            "overtime_hours_per_month": 10,
        },
        "wage": {"per": "month", "from_jpy": 380_000, "to_jpy": 450_000},
        "insurance": ["health", "pension", "employment", "accident"],
        "employer": employer,
        "dispatch": False,
        "smoking": "prohibited",
    }
