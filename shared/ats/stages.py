"""What a company calls a stage, as one of ours. Its own words stay where they are."""

import re
from typing import Final

from shared.ats.body import word
from shared.ats.csv_import.wording import plain
from shared.domain.ats_event import Stage

_LONGEST: Final = 200
"""Letters; no name of a stage is longer."""
_STEPS: Final = tuple(
    (re.compile(words), stage)
    for words, stage in (
        ("入社|採用決定|(?:内定|オファー)承諾|hired|offer[ _-]?accepted", Stage.HIRED),
        ("内定|オファー|offer", Stage.OFFER),
        ("最終|役員|社長|final|on[ _-]?site", Stage.FINAL_INTERVIEW),
        ("書類|レジュメ|カジュアル|document|resume|screen|review|casual", Stage.SCREENING),
        (
            "適性|筆記|試験|テスト|課題|take[ _-]?home|(?<![a-z])(?:spi|test)(?![a-z])|assessment",
            Stage.ASSESSMENT,
        ),
        ("面接|面談|選考会|[0-9一二三四]次|interview", Stage.INTERVIEW),
        ("エントリー|応募|entry|applied|application|sourced", Stage.APPLIED),
    )
)
"""The first that fits, the farthest first. Words of ours, no vendor's list: only statistics and
wording rest on it."""


def stage_of(name: object) -> Stage:
    """
    >>> str(stage_of("2次面接")), str(stage_of("Final interview")), str(stage_of("🙂"))
    ('interview', 'final_interview', 'unknown')
    """
    said = plain(word(name)[:_LONGEST]).casefold()
    return next((stage for words, stage in _STEPS if words.search(said)), Stage.UNKNOWN)
