"""/: the front door. What the relay is, and which way is whose."""

from pathlib import Path
from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.pages.catalogue import words
from shared.pages.locale import OTHER
from shared.pages.public import others
from shared.pages.render import environment, who

PAGES: Final = Path(__file__).parent / "pages"
PATH: Final = "/"


def front(locale: Locale, agency: Agency) -> str:
    own = words(locale, "front", PAGES / "words")
    told = {
        "w": own,
        "frame": own["frame"],
        "locale": locale,
        "other": OTHER[locale],
        "switch": f"{PATH}?lang={OTHER[locale]}",
        "others": others(locale),
    }
    return environment(PAGES).get_template("front.html").render(who(agency, locale) | told)
