"""Why somebody at the agency should look, in their language."""

from shared.domain.locale import Locale
from shared.domain.registration import Signal
from shared.pages.catalogue import words


def label(signal: Signal, locale: Locale) -> str:
    return str(words(locale, "signals")[signal])
