"""Registrations as facts `tabulate` hears, and what a company reads of them."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from functions.tabulate.flow import Fact, tabulate
from shared.contracts.events import ReferralReversed
from shared.domain.ids import LinkId
from shared.domain.registration import Registration
from shared.domain.series import Days, Granularity, Series, series
from shared.table.commit import Table
from shared.table.figures import Figures
from shared.table.gatherings import Gatherings
from tests.support.acts import let_in, person
from tests.support.builders import ACME, NOON, a_doorway, a_link, a_registration
from tests.support.facts import counted, held, submitted, verified
from tests.support.stores import on_table

LINK, OTHER = LinkId("lnk_acme-link"), LinkId("lnk_fair")
MARCH = Days(date(2026, 3, 1), date(2026, 3, 31))


def reversed_of(made: Registration) -> ReferralReversed:
    return ReferralReversed(
        event_id=f"reversed:{made.registration_id}",
        occurred_at=NOON,
        company_id=made.company_id,
        registration_id=made.registration_id,
        reason="suspected_fraud",
    )


@dataclass
class Office:
    """ACME, with a link for mails and one for a fair."""

    table: Table

    def __post_init__(self) -> None:
        self.stores = on_table(self.table)
        let_in(self.stores)
        self.stores.links.add(a_link(), a_doorway())
        self.stores.links.add(a_link("fair"), a_doorway("fair"))

    def comes(self, name: str, link_id: LinkId = LINK) -> Registration:
        made = replace(a_registration(name), link_id=link_id)
        self.stores.registrations.submit(made, person(name), submitted(made))
        return made

    def tells(self, *facts: Fact, at: datetime | None = None) -> list[bool]:
        dated = (f.model_copy(update={"occurred_at": at}) if at else f for f in facts)
        return [tabulate(fact, to=Gatherings(self.table)) for fact in dated]

    def reads(self, link_id: LinkId | None = None, days: Days = MARCH) -> Series:
        _, _, cells = Figures(self.table).shown(ACME, link_id, days)
        return series(days, Granularity.DAY, cells, {})

    def people(self, link_id: LinkId | None = None) -> dict[str, int]:
        return {name: n for name, n in self.reads(link_id).whole.people.items() if n}


def life(made: Registration) -> list[Fact]:
    """All that may be said of one who counted and was taken back."""
    return [
        submitted(made),
        submitted(made, 2),
        verified(made),
        held(made),
        counted(made),
        reversed_of(made),
    ]
