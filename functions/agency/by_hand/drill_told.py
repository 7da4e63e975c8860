"""A drill as its pages say it."""

from collections.abc import Mapping
from typing import Any

from shared.domain.drill import Drill, Window
from shared.domain.locale import Locale
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, moment


def by_when(window: Window, locale: Locale) -> dict[str, Any]:
    learnt = tokyo_day(window.learnt_at)
    return {
        "learnt": day(learnt, locale),
        "first": day(window.first_by(learnt), locale),
        "full": day(window.full_by(learnt), locale),
        "days": window.full_days,
    }


def row(drill: Drill, names: Mapping[str, str], locale: Locale) -> dict[str, Any]:
    return {
        "drill": drill,
        "at": moment(drill.at, locale),
        "by": names.get(drill.by),
        "begin": moment(drill.window.begin, locale),
        "end": moment(drill.window.end, locale),
    }
