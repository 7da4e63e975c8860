"""Lines and prices make a table, as docs/deploy.md shows it."""

from collections.abc import Iterable, Iterator
from typing import Final

from infra.cost.holdings import Held
from infra.cost.lines import Line, at_rest, of_registration
from infra.cost.prices import Prices
from infra.cost.units import Units

OPENS: Final = "<!-- cost -->"
CLOSES: Final = "<!-- /cost -->"
MANY: Final = 100_000
MONTHS: Final = (1_000, 10_000, 100_000)


def usd(lines: Iterable[Line], prices: Prices, times: float = 1) -> float:
    return sum(line.amount * times * prices.by[line.price].usd for line in lines)


def bill(held: Held, units: Units, prices: Prices) -> str:
    each, rest = list(of_registration(held, units)), list(at_rest(held, units))
    return "\n".join(
        [
            f"Prices: {prices.region}, {prices.as_of}, `docs/prices.json`; check them before you"
            " rely on them. Units: `docs/units.json`. Not counted: free tiers, taxes, tries that"
            " were refused and made again.",
            "",
            *_months(usd(each, prices), usd(rest, prices), prices.yen_per_usd),
            "",
            f"**{MANY:,} registrations**, from the link to the last page, with what they earn:",
            "",
            *_table(each, prices, MANY),
            "",
            "**A month at rest**, in which nobody comes:",
            "",
            *_table(rest, prices, 1),
        ]
    )


def written_into(document: str, table: str) -> str:
    """What stands between the two marks is replaced."""
    before, _, rest = document.partition(OPENS)
    _, closed, after = rest.partition(CLOSES)
    if not closed:
        raise ValueError(f"the document lacks {OPENS} or {CLOSES}")
    return f"{before}{OPENS}\n{table}\n{CLOSES}{after}"


def _months(each: float, rest: float, yen_per_usd: float) -> Iterator[str]:
    yield "| registrations a month | USD |" + (" JPY |" if yen_per_usd else "")
    yield "|---:|---:|" + ("---:|" if yen_per_usd else "")
    for people in MONTHS:
        total = rest + people * each
        yen = f" {round(total * yen_per_usd):,} |" if yen_per_usd else ""
        yield f"| {people:,} | {total:,.2f} |{yen}"
    if yen_per_usd:
        yield f"\nYen at {yen_per_usd:g} to the dollar, a round figure."


def _table(lines: Iterable[Line], prices: Prices, times: int) -> Iterator[str]:
    used = [line for line in lines if line.amount]
    yield "| what | service | amount | unit | USD |"
    yield "|---|---|---:|---|---:|"
    for line in used:
        price = prices.by[line.price]
        cost = line.amount * times * price.usd
        yield (
            f"| {line.what} | {price.service} | {_amount(line.amount * times)}"
            f" | {price.unit} | {cost:.4f} |"
        )
    yield f"| **together** | | | | **{usd(used, prices, times):.2f}** |"


def _amount(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10 else f"{amount:.4g}"
