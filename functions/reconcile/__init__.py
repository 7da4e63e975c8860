"""Every day: say where what is kept differs from what happened. It mends nothing."""
