"""How somebody reads: in which language, how wide, with scripts or without."""

from dataclasses import dataclass
from typing import Final

from playwright.sync_api import ViewportSize

from shared.domain.locale import Locale

PHONE: Final = 390
TABLET: Final = 768
DESK: Final = 1280
WIDE: Final = 1920
HEIGHT: Final = {PHONE: 844, TABLET: 1024, DESK: 800, WIDE: 1080}


@dataclass(frozen=True, slots=True)
class Guise:
    locale: Locale = "ja"
    width: int = DESK
    script: bool = True

    def __str__(self) -> str:
        return f"{self.locale}-{self.width}{'' if self.script else '-plain'}"

    @property
    def viewport(self) -> ViewportSize:
        return {"width": self.width, "height": HEIGHT[self.width]}
