"""Bounces and complaints: never write to that address again."""
