"""A function that starts from a snapshot: what would be the same in every copy is made anew.

Copies share all that was made while starting. Python's `random` is, and boto3 spreads its retries
by it: copies that were throttled together would come again together.
"""

import random


def differ_after_restore() -> None:
    """Lambda brings the hook with its Python; elsewhere nothing is restored."""
    try:
        from snapshot_restore_py import register_after_restore
    except ImportError:
        return
    register_after_restore(random.seed)
