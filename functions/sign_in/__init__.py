"""Asking to take part, signing in and out: the code by mail, the seat, the second factor."""
