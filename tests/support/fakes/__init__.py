"""The ports, in memory; tests/integration holds them to what the table promises."""
