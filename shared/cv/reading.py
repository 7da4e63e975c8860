"""`python -m shared.cv.reading`: a file on stdin, what it is on stdout.

A process of its own: it has no credentials, it ends by itself, and the text stays in it. pypdf is
loaded here and nowhere else.
"""

import json
import resource
import sys
from typing import Any, Final

from shared.cv.kind import judged
from shared.domain.cv import LARGEST
from shared.domain.errors import CvRefused

_PROCESSOR_S: Final = 8
_MEMORY: Final = 700 * 1024 * 1024


def main() -> None:
    for what, most in ((resource.RLIMIT_CPU, _PROCESSOR_S), (resource.RLIMIT_AS, _MEMORY)):
        resource.setrlimit(what, (most, most))
    json.dump(told(sys.stdin.buffer.read(LARGEST + 1)), sys.stdout)


def told(content: bytes) -> dict[str, Any]:
    try:
        found = judged(content)
    except CvRefused as error:
        return {"flaw": error.reason}
    return {"media_type": found.media_type, "pages": found.pages, "warnings": found.warnings}


if __name__ == "__main__":
    main()
