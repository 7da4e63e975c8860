"""/v1/agency: the programme and its companies."""
