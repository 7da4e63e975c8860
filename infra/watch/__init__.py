"""Who is told when something is wrong, what they look at, and what takes a bad deploy back."""
