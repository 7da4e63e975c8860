"""What we publish, from the code. `python -m tests.support.schemas` writes it; a test compares."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from shared.contracts.events import EVENTS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def published() -> Iterator[tuple[Path, str]]:
    """Each file, and what it must say."""
    for event in EVENTS:
        schema = json.dumps(event.model_json_schema(), indent=2, ensure_ascii=False)
        yield DOCS / "events" / f"{event.detail_type}.json", schema + "\n"
    from tests.support.openapi import document

    yield DOCS / "openapi.json", document()


def main() -> None:
    os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "CareerRelay")
    os.environ.setdefault("AWS_DEFAULT_REGION", "ap-northeast-1")
    for path, text in published():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
