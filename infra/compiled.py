"""Byte code that is worth something on Lambda.

CDK dates every file in an asset 1980, so byte code that trusts dates is compiled again at each
start, 2.9 times as slow. This one trusts nothing but its own presence.
"""

import compileall
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from py_compile import PycInvalidationMode


def compile_all(folder: Path, *, seen_at: str) -> None:
    """`seen_at`: where Lambda unpacks the folder, so that tracebacks name files there."""
    with beside_the_sources():
        done = compileall.compile_dir(
            folder,
            quiet=1,
            force=True,
            stripdir=str(folder),
            prependdir=seen_at,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )
    if not done:
        raise RuntimeError(f"{folder.name} does not compile; the lines above say where")


@contextmanager
def beside_the_sources() -> Iterator[None]:
    """Wherever this machine keeps its own byte code (PYTHONPYCACHEPREFIX)."""
    kept, sys.pycache_prefix = sys.pycache_prefix, None
    try:
        yield
    finally:
        sys.pycache_prefix = kept
