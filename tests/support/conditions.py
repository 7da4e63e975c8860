"""Labour conditions as a company sends them, and a whole job order."""

from typing import Any, Final

type Json = dict[str, Any]

CONDITIONS: Final[Json] = {
    "duties": "自社の予約サイトの設計と開発",
    "duties_change": "会社の定める業務",
    "contract": {"term": "indefinite", "starts_on": "2099-04-01"},
    "trial": {"months": 3},
    "workplace": "東京本社(在宅勤務可)",
    "workplace_change": "本社および全国の支社",
    "hours": {
        "system": "fixed",
        "stated": "9:00-18:00",
        "break_minutes": 60,
        "holidays": "土日祝",
        "overtime_hours_per_month": 10,
    },
    "wage": {
        "per": "month",
        "from_jpy": 400_000,
        "to_jpy": 500_000,
        "fixed_overtime": {"amount_jpy": 60_000, "hours_per_month": 20, "excess_paid": True},
    },
    "insurance": ["health", "pension", "employment", "accident"],
    "employer": "株式会社あおぞら製作所",
    "dispatch": False,
    "smoking": "prohibited",
}
FIXED_TERM: Final[Json] = {
    "term": "fixed",
    "starts_on": "2099-04-01",
    "ends_on": "2100-03-31",
    "renewal": "by_criteria",
    "renewal_criteria": "期間満了時の業務量と勤務成績",
    "renewal_limit": "通算4年まで",
}
ORDER: Final[Json] = {
    "title": "バックエンドエンジニア",
    "conditions": CONDITIONS,
    "annual_income_jpy": 6_000_000,
    "penalty_clause_acknowledged": True,
}


def but(path: str, value: Any, body: Json = ORDER) -> Json:
    """The body with one field changed; `...` leaves it out."""
    name, _, rest = path.partition(".")
    if rest:
        return {**body, name: but(rest, value, body[name])}
    changed = {**body, name: value}
    return {k: v for k, v in changed.items() if v is not ...}
