"""Forms of the console, as those of everybody who signed in."""

from shared.forms import filled, mistakes, moment, sentences, ticked, typed

__all__ = ["filled", "mistakes", "moment", "sentences", "ticked", "typed"]
