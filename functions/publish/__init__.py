"""DynamoDB stream -> bus or queue: say aloud what was committed to the outbox."""
