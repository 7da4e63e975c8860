"""From nothing to a relay that answers, step by step."""

from contextlib import ExitStack
from typing import Any

import httpx

from infra.local import engine, outputs, sockets
from infra.local.assembly import Assembly
from infra.local.deploy import deploy
from infra.local.deployed import Deployed
from infra.local.engine import Engine
from infra.local.front.door import FrontDoor
from infra.local.lambda_python import lambda_python
from infra.local.lock import only_one
from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.records import records_in
from infra.local.refusal import RefusedError
from infra.local.seed import Seeding, invoke
from infra.local.story import told as story
from infra.local.summary import tell
from infra.local.synthesis import synthesize


def start(place: Place, progress: Progress, closing: ExitStack) -> None:
    """Whatever it opens is closed by `closing`, also when it is cut short."""
    closing.enter_context(only_one(place))
    front = closing.enter_context(sockets.front(place))
    gateway = closing.enter_context(sockets.gateway(place))
    place.prepare()
    outputs.put_away(place)
    progress.say(f"Career Relay, on {place.url}")
    with progress.step("make the Lambdas' Python"):
        python = lambda_python()
    with progress.step("synthesize the stack"):
        assembly = synthesize(place)
    door = FrontDoor(place.url)
    with progress.step("start the engine"):
        if Deployed.to(place) is None:
            engine.forget(place)
        running = closing.enter_context(engine.running(place, gateway, front, door, python))
    with progress.step("deploy the template"):
        stack = deploy_if_changed(place, assembly, running)
        go_on(door, running, stack)
    if idle := records_in(assembly.template):
        progress.say(f"  kept as records only: {', '.join(idle)}")
    made = seed_or_reuse(place, running, stack, progress)
    with progress.step("see that everything answers"):
        check(place.url, made["company"]["link_url"])
    outputs.write(place.outputs, {"url": place.url, "mailbox_url": place.mailbox_url, **made})
    place.half_told.unlink(missing_ok=True)
    tell(place, made, progress)


def deploy_if_changed(place: Place, assembly: Assembly, running: Engine) -> dict[str, str]:
    done, fingerprint = Deployed.to(place), f"{assembly.fingerprint} {place.url}"
    if done and done.fingerprint == fingerprint:
        return done.outputs
    stack = deploy(assembly, running.clients, place.url)
    running.save()
    Deployed(fingerprint, stack).write(place)
    return stack


def go_on(door: FrontDoor, running: Engine, stack: dict[str, str]) -> None:
    """Open the door, and do what a kill may have left half done."""
    secret = running.clients.secrets.get_secret_value(SecretId=stack["OriginSecretId"])
    door.leads_to(stack["ApiId"], secret["SecretString"])
    running.take_up_calls()
    invoke(running.clients, stack["SweepFunction"], {"older_than_seconds": "0"})


def seed_or_reuse(
    place: Place, running: Engine, stack: dict[str, str], progress: Progress
) -> dict[str, Any]:
    seeding, known = Seeding(place.url, running.clients, stack), outputs.known(place)
    if known and (good := seeding.still_good(known)):
        return good
    if place.told:
        place.half_told.touch()
        return story.tell(place, running.clients, stack, progress)
    with progress.step("seed a company"):
        return seeding.seed()


def check(url: str, link_url: str) -> None:
    for address in (f"{url}/healthz", link_url):
        answer = httpx.get(address, timeout=30, trust_env=False)
        if answer.status_code != httpx.codes.OK:
            raise RefusedError(f"{address} was answered {answer.status_code}: {answer.text[:300]}")
