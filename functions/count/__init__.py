"""Queued registrations of a contended company, counted one after another."""
