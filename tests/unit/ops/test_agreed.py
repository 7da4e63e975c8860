import pytest

from infra.ops.agreed import agree, wishes
from infra.ops.refusal import RefusedError


def meant(yes: str = "", typed: str | None = None) -> None:
    agree("prod", "change it", yes=yes, ask=None if typed is None else lambda _: typed)


@pytest.mark.parametrize(("yes", "typed"), [("prod", None), ("", "prod"), ("", " prod ")])
def test_the_word_itself_agrees(yes: str, typed: str | None) -> None:
    meant(yes, typed)


@pytest.mark.parametrize(
    ("yes", "typed", "why"),
    [
        ("", "", "prod was not typed; nothing was changed"),
        ("", "yes", "prod was not typed"),
        ("1", "prod", "YES=1 does not agree"),
        ("dev", None, "YES=dev does not agree"),
        ("", None, "nobody can type prod here .* say YES=prod"),
    ],
)
def test_anything_else_does_not(yes: str, typed: str | None, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        meant(yes, typed)


def test_a_wish_is_heard_when_it_says_yes_and_not_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LAPSED", "yes")
    monkeypatch.setenv("AT_ONCE", "1")
    assert wishes() == {"lapsed": "yes"}
