"""One job, and what we say of it to the candidate and to the company."""

from datetime import UTC, datetime
from typing import Any, Final

from shared.domain.locale import Locale
from shared.domain.recommendation import USUAL
from shared.pages import handing_over, introducing
from shared.pages.handing_over import Asked, Said
from shared.pages.letter import Rendered
from tests.support import conditions
from tests.support.builders import AGENCY

COMPANY: Final = "株式会社ひかり物流"
TITLE: Final = "物流システムの開発エンジニア"
CONDITIONS: Final[dict[str, Any]] = {
    **conditions.CONDITIONS,
    "duties": "倉庫管理システムの設計・開発・運用。",
    "workplace": "東京都江東区(週3日まで在宅可)",
    "hours": {"stated": "9:30-18:00", "break_minutes": 60},
    "wage": {"per": "year", "from_jpy": 5_200_000, "to_jpy": 6_800_000},
}


def consents(
    locale: Locale, said: Said | None = None, *, unanswered: bool = False, **more: Any
) -> str:
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC) if said else None
    stated = more.pop("conditions", CONDITIONS)
    question = Asked(COMPANY, TITLE, stated, USUAL, said=said, answered_at=at, **more)
    return handing_over.consents(
        locale=locale, agency=AGENCY, token="cnd_x~rec_y.z", asked=question, unanswered=unanswered
    )


def asked(locale: Locale, title: str = TITLE) -> Rendered:
    return introducing.consent_asked_mail(
        locale=locale,
        agency=AGENCY,
        full_name="青空 花子",
        company=COMPANY,
        title=title,
        items=USUAL,
        link="https://relay.example/consents/token",
    )


def recommended(locale: Locale) -> Rendered:
    return introducing.recommended_mail(
        locale=locale, agency=AGENCY, company_name=COMPANY, title=TITLE, job_order_id="job_x"
    )
