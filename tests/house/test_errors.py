import re
from http import HTTPStatus

import pytest

from shared.contracts.problem import status_of
from shared.domain import errors
from shared.domain.errors import RelayError


def family(root: type[RelayError]) -> list[type[RelayError]]:
    ours = [sub for sub in root.__subclasses__() if sub.__module__ == errors.__name__]
    return [c for sub in ours for c in (sub, *family(sub))]


@pytest.mark.parametrize("error", family(RelayError), ids=lambda e: e.__name__)
def test_every_refusal_has_a_status_a_code_and_a_line_in_the_vocabulary(
    error: type[RelayError],
) -> None:
    assert status_of(error) is not HTTPStatus.INTERNAL_SERVER_ERROR
    assert "code" in vars(error)
    assert errors.__doc__ is not None
    assert error.__name__ in errors.__doc__


def told() -> dict[str, set[str]]:
    """The vocabulary's tree: who stands behind whom."""
    lines = (errors.__doc__ or "").split("  + ")[1:]
    named = [re.findall(r"\b[A-Z]\w+", re.sub(r"\([^)]*\)", "", line)) for line in lines]
    return {first: set(rest) for first, *rest in named}


def test_the_vocabularys_tree_is_the_codes() -> None:
    ours = [c for c in RelayError.__subclasses__() if c.__module__ == errors.__name__]
    assert told() == {c.__name__: {sub.__name__ for sub in family(c)} for c in ours}


def test_no_two_refusals_share_a_code() -> None:
    codes = [error.code for error in family(RelayError)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("error", [errors.Answered, errors.IdempotencyMismatch])
def test_what_was_said_before_is_no_refusal_of_what_was_done(error: type[RelayError]) -> None:
    """Whoever catches AlreadyDone goes on; the answer of before goes out."""
    assert not issubclass(error, errors.AlreadyDone)
