"""Forms of what is noted by hand, as those of everybody who signed in."""

from shared.forms import filled, sentences, typed

__all__ = ["filled", "sentences", "typed"]
