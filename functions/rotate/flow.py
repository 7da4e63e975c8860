"""create: a new value waits. set: the edge says it. test: the origin believes it. finish: current.

Secrets Manager asks for one step after another, and for all of them again when one fails; a step
done before is done. The origin takes the current value, the one that waits and the one before, so
nobody is cut off at any point of it.
"""

from collections.abc import Callable
from typing import Final, Protocol

from shared.domain.errors import InvalidRequest, Unavailable

LEARNT_SECONDS: Final = 60
"""How long after it was made a new value may be unknown to an origin that is being guessed at."""
LOOK_SECONDS: Final = 10
LOOKS: Final = 18


class Versions(Protocol):
    def labels(self, version: str) -> set[str]: ...

    def value(self, version: str) -> str | None:
        """None before it was made."""
        ...

    def make(self, version: str, value: str) -> None: ...

    def make_current(self, version: str) -> None: ...


class Edge(Protocol):
    def says(self) -> str: ...

    def say(self, value: str) -> None: ...

    def is_deployed(self) -> bool: ...

    def is_answered(self) -> bool:
        """Whether a request by way of it reaches the origin and is served."""
        ...


def rotate(
    step: str,
    version: str,
    *,
    versions: Versions,
    edge: Edge,
    mint: Callable[[], str],
    wait: Callable[[float], None],
) -> None:
    """
    Raises:
        InvalidRequest: no such step, or a version nobody is turning to.
        Unavailable: the edge is not there yet; ask again.
    """
    labels = versions.labels(version)
    if "AWSCURRENT" in labels:
        return
    if "AWSPENDING" not in labels:
        raise InvalidRequest("nobody is turning to this version")
    match step:
        case "createSecret":
            create(version, versions, mint)
        case "setSecret":
            tell(_made(version, versions), edge, wait)
        case "testSecret":
            prove(_made(version, versions), edge, wait)
        case "finishSecret":
            versions.make_current(version)
        case _:
            raise InvalidRequest("no such step")


def create(version: str, versions: Versions, mint: Callable[[], str]) -> None:
    if versions.value(version) is None:
        versions.make(version, mint())


def tell(value: str, edge: Edge, wait: Callable[[float], None]) -> None:
    """Not before every origin could have learnt it: each looks at most once a minute."""
    if edge.says() != value:
        wait(LEARNT_SECONDS)
        edge.say(value)


def prove(value: str, edge: Edge, wait: Callable[[float], None]) -> None:
    """A deploy meanwhile may have put the current value back: then all of it comes again."""
    if edge.says() != value:
        raise Unavailable("the edge says something else again")
    for _ in range(LOOKS):
        if edge.is_deployed() and edge.is_answered():
            return
        wait(LOOK_SECONDS)
    raise Unavailable("the edge does not say it everywhere yet")


def _made(version: str, versions: Versions) -> str:
    value = versions.value(version)
    if value is None:
        raise InvalidRequest("this version has no value yet")
    return value
