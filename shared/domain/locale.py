"""The languages the relay speaks."""

from typing import Literal

Locale = Literal["ja", "en"]
