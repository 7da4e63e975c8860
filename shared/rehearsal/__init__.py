"""A self-test of a connection: real secrets and the real code, over a memory that is forgotten.

Nothing of it is written anywhere: there is no application to count, no fact to hear, no link to
open, and nothing to tidy up.
"""
