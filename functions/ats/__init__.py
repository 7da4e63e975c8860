"""A vendor's webhook: believed or not, queued, answered. Nothing of the person goes on."""
