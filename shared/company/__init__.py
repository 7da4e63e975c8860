"""What a company does, whether by a key under /v1 or by hand in its console."""
