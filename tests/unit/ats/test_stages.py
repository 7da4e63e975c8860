import pytest

from shared.ats.stages import stage_of
from shared.domain.ats_event import Stage


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("Application Review", Stage.SCREENING),
        ("Applied", Stage.APPLIED),
        ("書類選考", Stage.SCREENING),
        ("適性検査", Stage.ASSESSMENT),
        ("Coding test", Stage.ASSESSMENT),
        ("Take-home", Stage.ASSESSMENT),
        ("Latest", Stage.UNKNOWN),
        ("1次面接", Stage.INTERVIEW),
        ("secondInterview", Stage.INTERVIEW),
        ("最終面接", Stage.FINAL_INTERVIEW),
        ("Offer", Stage.OFFER),
        ("内定", Stage.OFFER),
        ("内定承諾", Stage.HIRED),
        ("Archived", Stage.UNKNOWN),
        ("", Stage.UNKNOWN),
        (None, Stage.UNKNOWN),
        (7, Stage.UNKNOWN),
    ],
)
def test_a_companys_stage_is_one_of_ours_or_unknown(name: object, stage: Stage) -> None:
    assert stage_of(name) is stage
