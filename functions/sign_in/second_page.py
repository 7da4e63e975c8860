"""A page of the second factor, with what is wrong beside its field."""

from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.room import back_of, outside, said
from shared import signed_in
from shared.domain.errors import CodeInvalid, InvalidRequest, TooManyRequests
from shared.domain.session import Session
from shared.pages import mistakes


def mistakes_of(
    event: dict[str, Any], session: Session, page: str, error: Exception | None
) -> dict[str, str]:
    """The sentence beside the code's field."""
    words = said(signed_in.locale_of(event, session), page)["errors"]
    match error:
        case CodeInvalid():
            left = error.tries_left if page == "second" else None
            return mistakes.of_code("code_invalid", left, words)
        case TooManyRequests():
            return mistakes.of_code("too_many", None, words)
        case InvalidRequest():
            return mistakes.of_code("code_malformed", None, words)
    return {}


def second_page(
    event: dict[str, Any],
    session: Session,
    name: str,
    is_wrong: bool,
    told: dict[str, Any],
    wrong: int = 422,
) -> Response[str]:
    query = {"back": back_of(event) or ""}
    status = wrong if is_wrong else 200
    return outside(
        event, name, signed_in.SECOND, session=session, status=status, query=query, **told
    )
