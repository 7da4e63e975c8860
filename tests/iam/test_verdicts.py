"""What the run makes of what it finds."""

import pytest

from tests.iam.rights import Right, less, rights_of
from tests.iam.unasked import UNASKED, line_for
from tests.iam.verdicts import Failure, Verdicts

TABLE = "arn:aws:dynamodb:ap-northeast-1:000000000000:table/CareerRelay-local-CoreC65142A7-D12A6C1A"
GET, PUT = Right("dynamodb:GetItem", TABLE), Right("dynamodb:PutItem", TABLE)
STATEMENT = {
    "Effect": "Allow",
    "Action": [GET.action, PUT.action],
    "Resource": TABLE,
    "Condition": {"Bool": {"aws:SecureTransport": "true"}},
}


def test_a_statement_loses_one_right_and_keeps_its_condition() -> None:
    [kept] = less(STATEMENT, [GET])
    assert list(rights_of(kept)) == [PUT]
    assert kept["Condition"] == STATEMENT["Condition"]


def test_a_right_something_misses_is_good() -> None:
    verdicts = Verdicts()
    verdicts.missed("click", GET, Failure("landing page opens", "500"))
    assert verdicts.conclude(whole=False) == 0


def test_a_right_nothing_misses_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = Verdicts()
    verdicts.missed("click", PUT, None)
    assert verdicts.conclude(whole=False) == 1
    assert "click: nothing misses dynamodb:PutItem on Core" in capsys.readouterr().out


def test_a_check_that_fails_with_every_right_is_not_good_either() -> None:
    verdicts = Verdicts()
    verdicts.works("click", Failure("landing page opens", "500"))
    assert verdicts.conclude(whole=False) == 1


def test_a_reason_for_a_right_nobody_has_is_not_kept() -> None:
    verdicts = Verdicts()
    key = Right("kms:Decrypt", "arn:aws:kms:ap-northeast-1:000000000000:key/1")
    assert line_for("click", key) is UNASKED[0]
    verdicts.unasked("click", key)
    assert verdicts.conclude(whole=False) == 0
    assert verdicts.conclude(whole=True) == 1
    assert len(verdicts.faults) == len(UNASKED) - 1


def test_no_right_to_a_table_is_excused() -> None:
    assert line_for("click", GET) is None
