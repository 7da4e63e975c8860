"""What a candidate agrees to, word for word. A stored consent names the version it was given to.

Change a word and the version changes with it: a test keeps the digest of each version.
"""

from dataclasses import dataclass
from typing import Final, Literal

from shared.domain.locale import Locale

TEXT_VERSION: Final = "2026-11-1"

Purpose = Literal["core", "news", "statistics", "ai_matching"]


@dataclass(frozen=True, slots=True)
class ConsentText:
    """`label` stands beside the box; `detail` says what ticking it changes."""

    label: str
    detail: str


TEXTS: Final[dict[Locale, dict[Purpose, ConsentText]]] = {
    "ja": {
        "core": ConsentText(
            "{agency}が、職業紹介のために私の情報を利用することに同意します。",
            "利用する情報は、このページに入力した内容です。利用目的は、求人のご案内、ご相談、"
            "応募先との連絡調整です。求人企業へお渡しするのは、求人ごとにあなたが承認したときだけです。",
        ),
        "news": ConsentText(
            "求人や催しのお知らせをメールで受け取ります。",
            "希望に近いお知らせが届くようになります。いつでも止められます。",
        ),
        "statistics": ConsentText(
            "個人が分からない統計への利用に同意します。",
            "職種や人数などを、誰のことか分からない形にまとめ、採用の改善に役立てます。",
        ),
        "ai_matching": ConsentText(
            "求人を探すときに、AIの補助を使うことに同意します。",
            "AIが求人の並び順を提案し、選ぶのはアドバイザーです。"
            "年齢・性別・国籍・住所・学校名は使いません。",
        ),
    },
    "en": {
        "core": ConsentText(
            "I agree that {agency} uses my information for employment placement.",
            "The information is what you enter on this page. It is used to introduce job openings, "
            "to advise you, and to arrange contact with employers. It goes to an employer only "
            "when you approve that particular job.",
        ),
        "news": ConsentText(
            "Send me news of jobs and events by e-mail.",
            "You will receive news close to your wishes. You can stop it at any time.",
        ),
        "statistics": ConsentText(
            "I agree to use in statistics that identify nobody.",
            "Occupations and numbers are put together so that nobody can be recognised, and used "
            "to improve hiring.",
        ),
        "ai_matching": ConsentText(
            "I agree that AI assists in the search for jobs.",
            "AI suggests an order of jobs; an adviser chooses. Age, sex, nationality, address and "
            "school are never used.",
        ),
    },
}
