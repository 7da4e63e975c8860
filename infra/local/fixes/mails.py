"""ministack keeps a sent mail without the headers it was sent with, and only until it is killed."""

import json
from typing import Any

from ministack.services import ses_v2

from infra.local import sent
from infra.local.journal import Journal


def install(journal: Journal) -> None:
    sent.make_room(journal)
    handle = ses_v2.handle_request

    async def send(method: str, path: str, headers: Any, body: Any, query: Any) -> Any:
        answer = await handle(method, path, headers, body, query)
        if path.endswith("/outbound-emails") and method == "POST" and answer[0] == 200:
            sent.keep(journal, json.loads(body))
        return answer

    ses_v2.handle_request = send
