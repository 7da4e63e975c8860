"""A connection whose turn it is: what changed at its vendor is heard."""
