"""The agency's first manager, named by cdk.context.json, and that person's first key."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from infra.context import Manager
from infra.ops.refusal import RefusedError

type Asks = Callable[[str, Mapping[str, Any]], Any]
"""infra.ops.stack.Stack.ask"""


def appoint(manager: Manager, stage: str, ask: Asks) -> Iterator[str]:
    """What to tell the operator; the key is in it once, on the first appointment alone.

    Raises:
        RefusedError: another manager was appointed before.
    """
    try:
        new = ask("AppointFunction", {"name": manager.name, "email": manager.email})["new"]
    except RefusedError as why:
        raise RefusedError(
            f"{stage} is deployed, but manager in cdk.context.json was not appointed ({why});"
            " write the first one there again"
        ) from None
    if not new:
        yield "The agency's first manager was appointed before: nothing changed."
        return
    yield "The agency's first manager is appointed. Signing in is not built yet; an API key is:"
    yield f"shown this once, handed over by a safe way, and made again by `make key STAGE={stage}`."
    named = {"email": manager.email, "name": manager.name, "role": "manager"}
    yield f"  {ask('IssueKeyFunction', {'kind': 'agency', 'member': named})['api_key']}"
