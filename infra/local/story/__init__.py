"""The demo: half a year of a relay, told by real requests under a clock that is set back."""
