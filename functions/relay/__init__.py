"""Somebody joined -> the company that let them go and the one that hired them are partners."""
