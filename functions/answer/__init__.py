"""/consents, /messages, /check-ins, /unsubscribe: what a candidate answers from a mail."""
