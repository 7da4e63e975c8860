"""The relay on one machine: the shipped template in an embedded engine, behind a front door."""
