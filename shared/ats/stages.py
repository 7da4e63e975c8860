"""What a company calls a stage, as one of ours. Its own words stay where they are."""

from typing import Final

from shared.ats.body import word
from shared.domain.ats_event import Stage

WORDS: Final[tuple[tuple[Stage, tuple[str, ...]], ...]] = (
    (Stage.HIRED, ("hired", "入社", "採用決定", "offeraccepted", "内定承諾")),
    (Stage.OFFER, ("offer", "内定")),
    (Stage.FINAL_INTERVIEW, ("final", "最終", "onsite", "on-site")),
    (Stage.ASSESSMENT, ("assessment", "test", "take home", "適性", "テスト", "課題")),
    (Stage.SCREENING, ("screen", "review", "書類", "カジュアル", "casual")),
    (Stage.INTERVIEW, ("interview", "面接", "面談")),
    (Stage.APPLIED, ("appl", "sourced", "entry", "応募", "エントリー")),
)
"""The first that fits. Words of ours, no vendor's list: only statistics and wording rest on it."""


def stage_of(name: object) -> Stage:
    """
    >>> str(stage_of("2次面接")), str(stage_of("Final interview")), str(stage_of("🙂"))
    ('interview', 'final_interview', 'unknown')
    """
    said = word(name).lower()
    fits = (stage for stage, words in WORDS if any(w in said for w in words))
    return next(fits, Stage.UNKNOWN)
