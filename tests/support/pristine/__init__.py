"""The engine as it is published, without our fixes: `python -m tests.support.pristine`.

Prints, fix by fix, whether the engine still does what the fix mends.
"""
