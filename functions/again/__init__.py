"""Every minute: queue the webhooks whose time has come, and those nobody has in hand."""
