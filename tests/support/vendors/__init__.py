"""Vendors of recruiting systems, as their papers say they answer, on this machine alone."""
