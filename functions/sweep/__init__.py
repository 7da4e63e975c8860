"""Every minute: say what was committed and, for whatever reason, not said."""
