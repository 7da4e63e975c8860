"""The licensed staffing agency behind the relay: who it is, until when it may register."""

from dataclasses import dataclass
from datetime import date

from shared.domain.locale import Locale


@dataclass(frozen=True, slots=True)
class Agency:
    name: str
    name_en: str
    licence_number: str
    licence_until: date
    """The last day of the licence, by the calendar of Tokyo."""
    address: str
    address_en: str
    contact_email: str
    privacy_url: str

    def may_register(self, on: date) -> bool:
        """Whether the licence still holds on a day of Tokyo (ESA 30)."""
        return on <= self.licence_until

    def days_left(self, on: date) -> int:
        """0 on the licence's last day, below 0 once it lapsed."""
        return (self.licence_until - on).days

    def name_in(self, locale: Locale) -> str:
        return self.name_en if locale == "en" else self.name

    def address_in(self, locale: Locale) -> str:
        return self.address_en if locale == "en" else self.address
