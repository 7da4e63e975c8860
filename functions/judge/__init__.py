"""Every minute: what was held and may count now; what a company took back or away."""
