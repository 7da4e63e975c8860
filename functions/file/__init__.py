"""Facts about a candidate -> their one file: filed, merged, freed, forgotten."""
