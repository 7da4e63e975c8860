"""Every quarter of an hour: how near the limits the relay lives by are."""
