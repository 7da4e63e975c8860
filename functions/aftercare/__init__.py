"""Every hour, by day -> who wants it is asked how it goes; who waits too long is counted."""
