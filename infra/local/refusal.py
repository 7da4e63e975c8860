"""Why a relay cannot run here, in one sentence for the person who asked."""


class RefusedError(Exception):
    """Ends the run with its message on stderr and a non-zero status."""
