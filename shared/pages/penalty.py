"""What a company acknowledges of penalty clauses before it posts a job order, word for word.

From 2025-04 an agency tells whoever asks it for a hire of every clause on penalties beforehand and
plainly: the amount, when it arises, how the contract ends (MHLW guideline, notice 318 of 2024).
Change a word and the version changes with it: a test keeps the digest of each version.
"""

from dataclasses import dataclass
from typing import Final

from shared.domain.locale import Locale

VERSION: Final = "penalty-2026-11-1"


@dataclass(frozen=True, slots=True)
class Notice:
    heading: str
    sentences: tuple[str, ...]
    acknowledgement: str


NOTICES: Final[dict[Locale, Notice]] = {
    "ja": Notice(
        "違約金についてのご確認",
        (
            "このプログラムの規則に、違約金の定めはありません。"
            "求人の取下げや、無料採用枠の引当・戻しに、費用はかかりません。",
            "人材紹介会社との契約に違約金やこれに類する定めがあるときは、"
            "その金額、発生する条件、契約を解除する方法を、"
            "人材紹介会社があらかじめ書面またはメールで明示します。",
            "明示を受けていないときは、求人を申し込む前に、人材紹介会社へお問い合わせください。",
        ),
        "違約金の定めの有無と内容について、人材紹介会社から明示を受けました。",
    ),
    "en": Notice(
        "Please confirm: penalty clauses",
        (
            "The rules of this programme have no penalty clause. Withdrawing a job order, and "
            "reserving or releasing a free-hire credit, cost nothing.",
            "Where your contract with the agency has a penalty clause or anything like it, the "
            "agency tells you beforehand, in writing or by e-mail, the amount, when it arises, and "
            "how to end the contract.",
            "If you have not been told, please ask the agency before you post a job order.",
        ),
        "The agency has told us whether there is any penalty clause, and what it says.",
    ),
}
