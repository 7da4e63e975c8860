"""The licensed staffing agency behind the relay: who it is, until when it may register."""

from dataclasses import dataclass
from datetime import date

from shared.domain.errors import StateForbids
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
    privacy_url: str = ""
    """The agency's own policy for all it does, if it has one; our notice names it."""
    responsible: str = ""
    """Who is responsible for placement (ESA 32-14)."""
    phone: str = ""
    site: str = ""
    """Where our pages are, for what is read elsewhere; empty on the pages themselves."""

    def may_register(self, on: date) -> bool:
        """Whether the licence still holds on a day of Tokyo (ESA 30)."""
        return on <= self.licence_until

    def check_may_place(self, on: date) -> None:
        """Raises StateForbids: without a licence no job order is taken on, nobody introduced."""
        if not self.may_register(on):
            raise StateForbids("the licence has lapsed", "licence_lapsed")

    def days_left(self, on: date) -> int:
        """0 on the licence's last day, below 0 once it lapsed."""
        return (self.licence_until - on).days

    def page(self, path: str, locale: Locale) -> str:
        """Where one of our own pages is read, in the reader's language.

        >>> Agency("", "", "", date(2031, 3, 31), "", "", "").page("/privacy", "ja")
        '/privacy?lang=ja'
        """
        return f"{self.site}{path}?lang={locale}"

    def name_in(self, locale: Locale) -> str:
        return self.name_en if locale == "en" else self.name

    def address_in(self, locale: Locale) -> str:
        return self.address_en if locale == "en" else self.address
