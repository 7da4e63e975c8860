"""Ops: let a company in."""
