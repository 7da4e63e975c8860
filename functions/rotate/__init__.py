"""A new secret between the edge and the origin, every month."""
