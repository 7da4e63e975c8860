"""The same acts, by a form instead of a key."""
