"""The programme's rules in plain words: a sentence each, with its figure."""

from typing import Any, Final

from shared.domain.locale import Locale
from shared.domain.rules import PUBLISH_STEP, THRESHOLD, Rules
from shared.pages.catalogue import words
from shared.pages.when import moment

LOCALES: Final[tuple[Locale, ...]] = ("ja", "en")


def in_words(rules: Rules) -> dict[Locale, list[str]]:
    return {locale: sentences(rules, locale) for locale in LOCALES}


def sentences(rules: Rules, locale: Locale) -> list[str]:
    said = words(locale, "rules")
    values = _figures(rules, said["days_between"])
    return [str(said[name]).format(**values) for name in _names(rules)]


def beside(rules: Rules, before: Rules, locale: Locale) -> dict[str, Any]:
    """A version in words; each sentence with whether `before` did not say it."""
    known = frozenset(sentences(before, locale))
    return {
        "version": rules.version,
        "since": moment(rules.effective_from, locale),
        "sentences": [(said, said not in known) for said in sentences(rules, locale)],
    }


def _names(rules: Rules) -> list[str]:
    """The sentences that apply, in the order they are read."""
    return [
        "threshold",
        "what_counts",
        "person",
        "hold" if rules.hold_days else "no_hold",
        "acceptance" if rules.acceptance_needed else "no_acceptance",
        "looked_at",
        "published",
        "credit",
        "cap",
        "expiry",
        "early_leave" if rules.early_leave_days else "no_early_leave",
        "excess",
        "runoff",
        "contact",
        "judged",
    ]


def _figures(rules: Rules, between: str) -> dict[str, str | int]:
    figures = {name: getattr(rules, name) for name in Rules.__dataclass_fields__}
    return figures | {
        "threshold": THRESHOLD,
        "publish_step": PUBLISH_STEP,
        "fee_cap": f"{rules.fee_cap_jpy:,}",
        "notices": between.join(str(days) for days in rules.notice_days),
    }
