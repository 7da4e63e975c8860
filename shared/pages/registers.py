"""The registers as a spreadsheet: the official columns, a line for each introduction."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from shared.domain.dealing import Dealing, Result, Stay
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CompanyId
from shared.domain.occupation import OCCUPATIONS
from shared.domain.register_rows import Employer, Ending, OrderRow, SeekerRow
from shared.domain.registers import FEES, ORDERS, SEEKERS
from shared.domain.rules import Rules
from shared.pages.sheet import Cell, sheet

RESULTS: Final = {Result.OPEN: "", Result.HIRED: "採用", Result.NOT_HIRED: "不採用"}
STAYS: Final = {Stay.STAYED: "離職なし", Stay.LEFT: "離職", Stay.UNKNOWN: "不明"}
ENDINGS: Final = {
    Ending.WITHDRAWN: "求職の取下げ",
    Ending.ERASED: "本人の請求により個人情報を消去（法定の記載事項のみ保存）",
    Ending.MERGED: "同一人のため他の受付番号に統合",
}
KIND: Final = "紹介手数料（届出制）"
OCCUPATION_NAMES: Final = {one.code: one.ja for one in OCCUPATIONS}
NOBODY: Final = Employer(name="", contact="")

type Employers = Mapping[CompanyId, Employer]


def seekers_sheet(rows: Iterable[SeekerRow], today: date) -> str:
    return sheet(SEEKERS, (line for row in rows for line in _seeker(row, today)))


def orders_sheet(rows: Iterable[OrderRow], employers: Employers, today: date) -> str:
    return sheet(ORDERS, (line for row in rows for line in _order(row, employers, today)))


def fees_sheet(rows: Iterable[FeeRow], employers: Employers, rules: Mapping[int, Rules]) -> str:
    return sheet(FEES, (_fee(row, employers, rules[row.rule_version]) for row in rows))


def _seeker(row: SeekerRow, today: date) -> Iterator[tuple[Cell, ...]]:
    wished = row.occupation or ""
    whose = (
        row.name,
        row.address or "",
        _on(row.born_on),
        OCCUPATION_NAMES.get(wished, wished),
        *_valid(row.received_on, row.ended_on),
    )
    remark = "、".join(filter(None, (ENDINGS[row.ending] if row.ending else "", row.remark)))
    for dealing in row.dealings or (None,):
        yield (*whose, *_dealt(dealing, today), remark, row.candidate_id)


def _order(row: OrderRow, employers: Employers, today: date) -> Iterator[tuple[Cell, ...]]:
    employer = employers.get(row.company_id, NOBODY)
    whose = (
        employer.name,
        employer.address or "",
        " ".join(filter(None, (employer.contact, employer.phone))),
        *_valid(row.received_on, row.ended_on),
        row.openings,
        row.title,
        row.workplace,
        row.term,
        row.wage,
    )
    for dealing in row.dealings or (None,):
        yield (*whose, *_dealt(dealing, today), row.remark or "", row.job_order_id)


def _valid(received_on: date, ended_on: date | None) -> tuple[str, str]:
    return str(received_on), f"{received_on}〜{_on(ended_on)}"


def _dealt(dealing: Dealing | None, today: date) -> tuple[Cell, ...]:
    if dealing is None:
        return ("",) * 8
    return (
        str(dealing.introduced_on),
        dealing.other,
        RESULTS[dealing.result],
        _on(dealing.joined_on),
        {True: "無期", False: "有期", None: ""}[dealing.indefinite],
        _left_alone(dealing),
        _stay(dealing, today),
        _refund(dealing),
    )


def _left_alone(dealing: Dealing) -> str:
    until = dealing.left_alone_until
    return f"{dealing.joined_on}〜{until}" if until else ""


def _stay(dealing: Dealing, today: date) -> str:
    stay = dealing.stay_by(today)
    if stay is Stay.LEFT and dealing.left_on:
        return f"{STAYS[stay]}（{dealing.left_on}）"
    return STAYS[stay] if stay else ""


def _refund(dealing: Dealing) -> Cell:
    if dealing.refund_jpy is not None:
        return dealing.refund_jpy
    return "0（紹介枠を復元）" if dealing.restored else ""


def _fee(row: FeeRow, employers: Employers, rules: Rules) -> tuple[Cell, ...]:
    return (
        employers.get(row.company_id, NOBODY).name,
        _on(row.collected_on),
        KIND,
        row.fee_jpy,
        basis(row, rules),
        row.remark or "",
        row.recommendation_id,
    )


def basis(row: FeeRow, rules: Rules) -> str:
    """算出の根拠: the income, the rate, and the credit that paid for it."""
    income, rate = f"理論年収{row.income_jpy:,}円", f"{rules.fee_percent}%"
    by = f"（規則第{rules.version}版、{row.joined_on}入社）"
    if row.credit_id is None:
        return f"{income}×{rate}{by}"
    over = max(0, row.income_jpy - rules.fee_cap_jpy)
    cost = f"上限{rules.fee_cap_jpy:,}円を超える{over:,}円×{rate}" if over else "手数料なし"
    return f"紹介枠{row.credit_id}を充当、{income}、{cost}{by}"


def _on(day: date | None) -> str:
    return str(day) if day else ""
