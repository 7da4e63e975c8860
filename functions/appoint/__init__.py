"""Ops: name the agency's first manager."""
