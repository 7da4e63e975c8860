"""/v1/agency: what the agency's programs ask."""
