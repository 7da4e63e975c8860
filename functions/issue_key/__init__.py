"""Ops: make an API key, shown once."""
