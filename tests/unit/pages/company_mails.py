"""What a company reads of its credits and its standing, by name."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from shared.domain.connection_health import Ill
from shared.domain.locale import Locale
from shared.pages import (
    connection_mail,
    correction_mail,
    endpoint_mail,
    redemption_mail,
    standing_mail,
)
from shared.pages.letter import Rendered
from tests.support.builders import AGENCY

COMPANY: Final = "株式会社あおぞら製作所"
TITLE: Final = "バックエンドエンジニア(東京・在宅可)"
PAGE: Final = "https://relay.example/console/webhooks/whe_1"
UNTIL: Final = datetime(2027, 2, 22, 15, 0, tzinfo=UTC)


def company_mails(locale: Locale) -> Iterator[tuple[str, Rendered]]:
    to: dict[str, Any] = {"locale": locale, "agency": AGENCY, "company_name": COMPANY}
    for name, due_jpy in (("consumed", 0), ("consumed-due", 700_000)):
        sent = redemption_mail.credit_consumed_mail(**to, title=TITLE, due_jpy=due_jpy, available=2)
        yield f"mail-credit-{name}", sent
    restored = redemption_mail.credit_restored_mail(**to, until=UNTIL, available=3)
    yield "mail-credit-restored", restored
    yield "mail-credit-voided", correction_mail.credit_voided_mail(**to, available=1)
    for name, until in (("given", UNTIL), ("taken", None)):
        sent = correction_mail.credit_adjusted_mail(**to, given_until=until, available=2)
        yield f"mail-credit-{name}", sent
    yield "mail-company-suspended", standing_mail.company_suspended_mail(**to)
    yield "mail-company-resumed", standing_mail.company_resumed_mail(**to)
    for why in ("gone", "failing"):
        sent = endpoint_mail.endpoint_disabled_mail(
            **to, host="hooks.aozora.example", why=why, page=PAGE
        )
        yield f"mail-endpoint-{why}", sent
    for ill in Ill:
        page = "https://relay.example/console/connections/ats_1"
        sent = connection_mail.connection_degraded_mail(
            **to, label="中途採用", ills=(ill,), page=page
        )
        yield f"mail-connection-{ill}", sent
