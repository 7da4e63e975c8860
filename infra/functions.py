"""Every function, with what it reads and what it may do: infra.verbs, carried out."""

from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_

from infra.function import LIVE, Package, RelayFunction
from infra.given import Given, allow_anywhere, give
from infra.holdings import OPENING, Holdings
from infra.verbs import BY_HAND, QUERY, READS_CVS, VERBS, WAITED_FOR, Verb
from shared.settings import CLICKS_TABLE, CORE_TABLE


def functions_of(stack: Stack, package: Package, held: Holdings) -> dict[str, lambda_.Alias]:
    """What may be called, by verb, in every stage; an edge brings its own verbs with it."""
    given = held.given()
    everywhere = [name for name, verb in VERBS.items() if not verb.with_edge]
    return {name: function_of(stack, name, package, held, given) for name in everywhere}


def function_of(
    stack: Stack, name: str, package: Package, held: Holdings, given: Mapping[str, Given]
) -> lambda_.Alias:
    """Never the function itself, always its `live` version."""
    verb = VERBS[name]
    function = RelayFunction(
        stack,
        name,
        package,
        timeout_s=verb.timeout_s,
        memory_mb=verb.memory_mb,
        snap=verb.snap,
        traced=name not in WAITED_FOR | BY_HAND,
    )
    give(function, verb.settings, given)
    if verb.core:
        give(function, (CORE_TABLE,), given)
        held.core.allow(function, *verb.core)
        held.core.allow_key(function)
    if verb.visits:
        give(function, (CLICKS_TABLE,), given)
        held.clicks.allow(function, verb.visits)
    _files(function, verb, held)
    for index in verb.reads:
        held.core.allow(function, QUERY, index=index)
    if verb.seals:
        held.allow_sealing(function, verb.seals)
    if verb.opens:
        held.allow_sealing(function, [verb.opens], OPENING)
    if verb.anywhere:
        allow_anywhere(function, *verb.anywhere)
    return lambda_.Alias(function, "Live", alias_name=LIVE, version=function.current_version)


def _files(function: RelayFunction, verb: Verb, held: Holdings) -> None:
    if verb.cvs:
        held.cvs.allow(function, *verb.cvs)
    if READS_CVS in verb.cvs:
        held.cvs.allow_key(function)
    if verb.imports:
        held.imports.allow_each(function, verb.imports)
        held.imports.allow_key(function)
