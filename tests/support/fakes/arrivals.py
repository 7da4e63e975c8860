from dataclasses import dataclass

from shared.domain.ids import PersonKey, Slug
from shared.domain.link import Doorway
from shared.domain.screening import Sighting
from tests.support.fakes.links import FakeLinks
from tests.support.fakes.memory import Memory


@dataclass
class FakeArrivals:
    memory: Memory

    def meet(
        self, slug: Slug, *, person: PersonKey, visitor: str, phone: str | None
    ) -> tuple[Doorway, Sighting]:
        doorway = FakeLinks(self.memory).open(slug)
        known = self.memory.bursts.get((visitor, slug))
        by_phone = self.memory.phones.get(phone) if phone else None
        return doorway, Sighting(
            is_member=person in self.memory.members,
            shares_phone=by_phone is not None and by_phone != self.memory.files.get(person),
            recent=known.times if known else (),
            seen=known.seen_before + 1 if known else 0,
        )
