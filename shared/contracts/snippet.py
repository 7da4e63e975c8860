"""Sentences for a company's own mails, with its link in place."""

from typing import Literal

from shared.contracts.wire import Answer

Stage = Literal[
    "general", "document", "first_interview", "final_interview", "part_time", "new_graduate"
]
"""After which selection the mail is sent."""
Tone = Literal["standard", "soft"]


class SnippetAnswer(Answer):
    """`text` and `html` follow the company's own sentence of the result."""

    stage: Stage
    tone: Tone
    subject: str
    text: str
    html: str


class SnippetList(Answer):
    items: list[SnippetAnswer]
