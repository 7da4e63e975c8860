"""/v1: what a company's programs ask."""
