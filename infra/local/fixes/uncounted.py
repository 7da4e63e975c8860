"""ministack takes 500 resources in a template, as AWS does; on AWS ours is in parts by then.

The parts are for AWS alone (infra.app): here all of it is one stack.
"""

from typing import Final

from ministack.services.cloudformation import engine

RESOURCES: Final = "Resources"
MANY: Final = 5_000


def install() -> None:
    engine._SECTION_QUOTAS = tuple(
        (section, many, one, MANY if section == RESOURCES else most)
        for section, many, one, most in engine._SECTION_QUOTAS
    )
