"""Companies' recruiting systems where we ask: pollers read what changed, write-back sets our URL.

Wire facts carry the marks of the vendors' paper: S specification, D documentation, C third-party
code, ? not verified. What is in none of these is not relied on.
"""
