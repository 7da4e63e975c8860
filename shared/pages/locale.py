"""Which language a reader gets: what they asked for, else what their browser asks for, else ja."""

from typing import Final

from shared.domain.locale import Locale

DEFAULT: Final[Locale] = "ja"
OTHER: Final[dict[Locale, Locale]] = {"ja": "en", "en": "ja"}


def choose(lang: str | None, accept_language: str | None) -> Locale:
    """`?lang=` wins, then Accept-Language by its q-values (RFC 9110, 12.5.4), then Japanese.

    >>> choose(None, "fr, en-GB;q=0.8, ja;q=0.5")
    'en'
    >>> choose("ja", "en")
    'ja'
    """
    return spoken(lang or "") or _preferred(accept_language or "") or DEFAULT


def spoken(tag: str) -> Locale | None:
    match tag.strip().lower().replace("_", "-").split("-")[0]:
        case "ja":
            return "ja"
        case "en":
            return "en"
    return None


def _preferred(header: str) -> Locale | None:
    """The first of ours among the languages a browser names, best first; q=0 means never."""
    ranges = [_range(part) for part in header[:1000].split(",")]
    wanted = sorted((r for r in ranges if r[1] > 0), key=lambda r: -r[1])
    return next((found for tag, _ in wanted if (found := spoken(tag))), None)


def _range(part: str) -> tuple[str, float]:
    tag, _, rest = part.partition(";")
    name, _, value = rest.partition("=")
    if name.strip().lower() != "q":
        return tag, 1.0
    try:
        return tag, float(value)
    except ValueError:
        return tag, 0.0
