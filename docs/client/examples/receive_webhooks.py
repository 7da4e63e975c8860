"""Receive webhooks and believe none that is not signed, with the official `standardwebhooks`.

    export CAREER_RELAY_WEBHOOK_SECRET=whsec_...
    python receive_webhooks.py 8000

Career Relay sends to https alone: put your own TLS in front. This listens on this machine only.
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

MOST = 64 * 1024  # bytes; our messages are far smaller
SECRET = Webhook(os.environ["CAREER_RELAY_WEBHOOK_SECRET"])
seen: set[str] = set()  # a database in earnest: what is not certainly answered is sent again


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self) -> None:
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST:
            return self.say(413)
        body = self.rfile.read(int(length))  # the very bytes: JSON written anew is not what we sign
        try:
            message = SECRET.verify(body, {k.lower(): v for k, v in self.headers.items()})
        except WebhookVerificationError:
            return self.say(400)
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            heard(message)
        self.say(204)

    def say(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def heard(message: dict[str, object]) -> None:
    """Thin: what happened, and ids. What a thing is like now, `career_relay_client` asks."""
    print(message["type"], json.dumps(message["data"]), flush=True)


def main(port: str = "8000") -> None:
    with HTTPServer(("127.0.0.1", int(port)), Receiver) as server:
        print(f"listening on {server.server_port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:2])
