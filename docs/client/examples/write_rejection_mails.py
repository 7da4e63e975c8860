"""Write the rejection mail of everybody in a CSV: your own text, with a link of their own in it.

    export CAREER_RELAY_URL=https://relay.example CAREER_RELAY_KEY=crk_...
    python write_rejection_mails.py rejected.csv mail.txt written/

The CSV has a column `external_id`, the number your system has for the application, and may have a
column `stage`. No name and no address is sent to Career Relay, not even in the mail: put them in
where you send it. The key needs `rejections:write`. Run again, the same number has the same link.
"""

import csv
import os
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from career_relay_client import AuthenticatedClient
from career_relay_client.api.rejection_mails import post_rejection_mails_render
from career_relay_client.api.rejections import post_rejections
from career_relay_client.models import MailAnswer, MailRequest, RejectionAnswer, RejectionRequest
from career_relay_client.types import Response

TRIES = 5


def patiently[T](ask: Callable[[], Response[T]]) -> T | None:
    """Whoever asks too fast is told when to ask again."""
    for _ in range(TRIES - 1):
        answer = ask()
        if answer.status_code not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            return answer.parsed
        time.sleep(float(answer.headers.get("retry-after", "1")))
    return ask().parsed


def written(row: dict[str, str], mail: str, client: AuthenticatedClient) -> str:
    """The mail of one application."""
    said = {name: row[name] for name in ("external_id", "stage") if row.get(name)}
    rejected = RejectionRequest.from_dict({**said, "locale": "ja"})
    made = patiently(lambda: post_rejections.sync_detailed(client=client, body=rejected))
    if not isinstance(made, RejectionAnswer):
        sys.exit(f"{row['external_id']}: no link: {made}")
    asked = MailRequest.from_dict({"text": mail, "external_id": row["external_id"], "locale": "ja"})
    done = patiently(lambda: post_rejection_mails_render.sync_detailed(client=client, body=asked))
    if not isinstance(done, MailAnswer) or done.text is None:
        sys.exit(f"{row['external_id']}: no mail: {done}")
    return done.text


def main(people: str, mail: str, folder: str) -> None:
    into, text = Path(folder), Path(mail).read_text(encoding="utf-8")
    into.mkdir(parents=True, exist_ok=True)
    url, key = os.environ["CAREER_RELAY_URL"], os.environ["CAREER_RELAY_KEY"]
    with (
        AuthenticatedClient(base_url=url, token=key) as client,
        Path(people).open(encoding="utf-8-sig", newline="") as file,
    ):
        for number, row in enumerate(csv.DictReader(file), start=1):
            (into / f"{number:05}.txt").write_text(written(row, text, client), encoding="utf-8")
            print(f"{number:05}.txt is the mail of {row['external_id']}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
