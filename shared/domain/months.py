"""A calendar month by its name, as in 2026-03: the day it begins, and those beside it."""

from datetime import date, timedelta


def first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def before(month: str) -> str:
    """
    >>> before("2026-01"), after("2025-12")
    ('2025-12', '2026-01')
    """
    return f"{first(month) - timedelta(days=1):%Y-%m}"


def after(month: str) -> str:
    return f"{first(month) + timedelta(days=31):%Y-%m}"
