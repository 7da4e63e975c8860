"""Signing in and out: the code by mail, the seat, the second factor, where one is signed in."""
