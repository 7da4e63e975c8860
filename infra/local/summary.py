"""What is said at the end of a start: where everything is, and who may sign in."""

from collections.abc import Iterator
from typing import Any

from infra.local.place import Place
from infra.local.progress import Progress

type Line = tuple[str, str]


def tell(place: Place, made: dict[str, Any], progress: Progress) -> None:
    progress.say()
    demo = made.get("demo")
    if demo:
        many, since, took = demo["registrations"], demo["since"], demo["seconds"]
        progress.say(
            "[bold]デモ: 会社も人も、すべて架空です。[/] Made up, every company and person."
        )
        progress.say(f"  {many} registrations since {since}, told in {took} s.\n")
    for what, where in (*_addresses(place, made), *(_people(place, demo) if demo else ())):
        progress.say(f"  {what:<13} {where}".rstrip())
    progress.say("\nCtrl-C stops it; the data stays.")


def _addresses(place: Place, made: dict[str, Any]) -> Iterator[Line]:
    yield "Front door", f"{place.url}/"
    yield "Landing page", made["company"]["link_url"]
    yield "Mailbox", place.mailbox_url
    yield "API", f"{place.url}/v1/openapi.json"
    yield "Keys", str(place.outputs)


def _people(place: Place, demo: dict[str, Any]) -> Iterator[Line]:
    """By the addresses they sign in with."""
    yield "", ""
    yield "Sign in", f"{place.url}/sign-in with one of these; the code comes to the mailbox"
    for company in demo["companies"]:
        yield "Company", company["name"]
        yield from ((f"  {member['role']}", member["email"]) for member in company["members"])
    yield "Agency", "asks for a second code: `make second`; then /agency"
    yield from ((f"  {member['role']}", member["email"]) for member in demo["agency"])
    yield "Candidate", demo["candidate"]
