"""The code as typed."""

from typing import Any

import pytest

from functions.register.reading import parsed
from shared.contracts.candidate import VerificationRequest
from shared.domain.errors import InvalidRequest


@pytest.mark.parametrize(
    "typed", ["012345", " 012 345 ", "０１２３４５", "012-345", "012\u3000345"]
)
def test_a_code_is_read_however_it_is_spaced(typed: str) -> None:
    assert parsed(VerificationRequest, {"code": typed}).code == "012345"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "٠١٢٣٤٥", 12345, None])
def test_what_is_no_code_is_refused_and_costs_no_try(typed: Any) -> None:
    with pytest.raises(InvalidRequest) as refused:
        parsed(VerificationRequest, {"code": typed})
    assert refused.value.fields == {"code": "malformed"}
