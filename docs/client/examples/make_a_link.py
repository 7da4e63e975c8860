"""Make a link, and print the sentence to paste into a rejection mail.

    export CAREER_RELAY_URL=https://relay.example CAREER_RELAY_KEY=crk_...
    python make_a_link.py "Sales, after the final interview" final_interview

The key needs `links:read` and `links:write`.
"""

import os
import sys
import uuid

from career_relay_client import AuthenticatedClient
from career_relay_client.api.links import get_link_mail_snippets, post_links
from career_relay_client.models import (
    GetLinkMailSnippetsLocale,
    GetLinkMailSnippetsStage,
    LinkAnswer,
    LinkRequest,
    SnippetList,
)


def main(label: str, stage: str = "general") -> None:
    url, key = os.environ["CAREER_RELAY_URL"], os.environ["CAREER_RELAY_KEY"]
    with AuthenticatedClient(base_url=url, token=key) as client:
        # One Idempotency-Key for one wish: whoever repeats a request with it gets the same link.
        link = post_links.sync(
            client=client, body=LinkRequest(label=label), idempotency_key=str(uuid.uuid4())
        )
        if not isinstance(link, LinkAnswer):
            sys.exit(f"no link was made: {link}")
        found = get_link_mail_snippets.sync(
            link.link_id,
            client=client,
            locale=GetLinkMailSnippetsLocale.JA,
            stage=GetLinkMailSnippetsStage(stage),
        )
        if not isinstance(found, SnippetList):
            sys.exit(f"no sentence for {link.url}: {found}")
        print(link.url, found.items[0].text, sep="\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
