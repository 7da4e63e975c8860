"""Every ten minutes: whose turn it is to be asked."""
