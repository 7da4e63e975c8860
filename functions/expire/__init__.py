"""Every hour -> notices before credits are over, and the end of those that are."""
