"""Figures as the items they are kept in."""

from collections.abc import Iterator
from typing import Any, Final

from shared.domain.books import Figures
from shared.domain.credit import LotState
from shared.domain.ids import CompanyId
from shared.table import head_item, keys, lot_item, tally_item
from shared.table.codec import encode

_ANY: Final = CompanyId("any")
_ONE_EACH: Final = {keys.tally(_ANY).sk, keys.head(_ANY).sk}
DERIVED: Final = (keys.LOT_PREFIX, keys.POSTED_PREFIX, keys.AVAILABLE_PREFIX)


def follows(key: keys.Key) -> bool:
    """Whether an item says nothing that cannot be made anew from others."""
    of_company = key.pk.startswith(keys.COMPANY_PREFIX)
    return of_company and (key.sk in _ONE_EACH or key.sk.startswith(DERIVED))


def written(figures: Figures) -> Iterator[dict[str, Any]]:
    """The items these figures are kept in, as DynamoDB keeps them."""
    company_id = figures.tally.company_id
    yield _item(keys.tally(company_id), tally_item.to_item(figures.tally))
    yield _item(keys.head(company_id), head_item.to_item(figures.head))
    for lot in figures.lots:
        yield _item(keys.lot(company_id, lot.number), lot_item.to_item(lot))
        if lot.state is LotState.AVAILABLE:
            yield _item(*lot_item.available(lot))
    for entry_id, seq in figures.posted.items():
        yield _item(keys.posted(company_id, entry_id), {"seq": seq})


def _item(key: keys.Key, values: dict[str, Any]) -> dict[str, Any]:
    return encode({**key._asdict(), **values})
