"""What a candidate agreed to. The core one is needed; each of the others stands alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Consents:
    """Exists only where agency support was agreed to; `text_version` names the words shown."""

    text_version: str
    method: str
    news: bool = False
    statistics: bool = False
    ai_matching: bool = False
