"""Bringing the Core table back, and proving that it is whole: docs/restore.md."""
