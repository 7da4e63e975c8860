"""A candidate's registration, the typed code, another code."""
