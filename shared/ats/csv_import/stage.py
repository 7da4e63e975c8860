"""How far somebody came, out of a company's own name for the step; the name itself is dropped."""

import re
from enum import StrEnum
from typing import Final

from shared.ats.csv_import.wording import named


class Stage(StrEnum):
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final_interview"
    OFFER = "offer"
    HIRED = "hired"
    UNKNOWN = "unknown"


_STEPS: Final = tuple(
    (re.compile(words), stage)
    for words, stage in (
        ("入社|採用決定|(?:内定|オファー)承諾|hired", Stage.HIRED),
        ("内定|オファー|offer", Stage.OFFER),
        ("最終|役員|社長|final", Stage.FINAL_INTERVIEW),
        ("書類|レジュメ|カジュアル|document|resume|screening|casual", Stage.SCREENING),
        ("適性|筆記|試験|テスト|課題|(?<![a-z])(?:spi|test)(?![a-z])|assessment", Stage.ASSESSMENT),
        ("面接|面談|選考会|[0-9一二三四]次|interview", Stage.INTERVIEW),
        ("エントリー|応募|entry|applied|application", Stage.APPLIED),
    )
)
"""The first that fits, the farthest first."""


def stage(step: str) -> Stage:
    """
    >>> [stage(s).value for s in ("１次面接（人事）", "書類選考", "最終面接", "面接", "その他")]
    ['interview', 'screening', 'final_interview', 'interview', 'unknown']
    """
    word = named(step)
    return next((stage for words, stage in _STEPS if words.search(word)), Stage.UNKNOWN)
