"""What an adviser and a candidate write to each other."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from shared.contracts.wire import Answer, Body
from shared.domain.forbidden import Kind
from shared.domain.message import LONGEST


def _plain(text: str) -> str:
    """One kind of line end, none around; control characters say nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    said = "".join(c for c in lines if c in "\n\t" or c.isprintable() or c == "\u3000").strip()
    if not said:
        raise PydanticCustomError("blank", "blank")
    if len(said) > LONGEST:
        raise PydanticCustomError("string_too_long", "too long")
    return said


Text = Annotated[str, AfterValidator(_plain), Field(min_length=1, max_length=2 * LONGEST)]


class MessageRequest(Body):
    text: Text = Field(description="4,000 characters at most.")


class MessageTyped(Body):
    """The candidate's form."""

    text: Text


class MessageTaken(Answer):
    """`warnings`: kinds the text seems to hold that none may collect; it was sent all the same."""

    candidate_id: str
    message_id: str
    warnings: list[Kind]
