"""A fact -> the mail somebody waits for, once."""
