"""/v1/agency: placement, which is people and job orders."""
