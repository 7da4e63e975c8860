"""A message to a company's webhook -> one attempt, signed; what became of it, and when again."""
