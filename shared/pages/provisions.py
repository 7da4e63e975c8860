"""Provision records as a spreadsheet, for whoever keeps them or asks to see them."""

from collections.abc import Iterable
from typing import Final

from shared.domain.provision import Provision
from shared.domain.tokyo import TOKYO
from shared.pages import sheet
from shared.pages.catalogue import words

HEAD: Final = (
    "提供日時",
    "本人の氏名",
    "求職者ID",
    "提供先の名称",
    "提供先ID",
    "求人ID",
    "提供した項目",
    "本人の同意",
    "同意文の版",
    "提供した者",
    "推薦ID",
)


def provision_sheet(made: Iterable[Provision]) -> str:
    return sheet.sheet(HEAD, map(_row, made))


def _row(made: Provision) -> tuple[str, ...]:
    names = words("ja", "consents")["items"]
    return (
        f"{made.at.astimezone(TOKYO):%Y-%m-%d %H:%M}",
        made.candidate_name,
        made.candidate_id,
        made.company_name,
        made.company_id,
        made.job_order_id,
        "、".join(names[item] for item in made.items),
        f"{made.consented_at.astimezone(TOKYO):%Y-%m-%d %H:%M}",
        made.text_version,
        made.provided_by,
        made.recommendation_id,
    )
