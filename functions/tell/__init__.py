"""What a company may hear of -> a message to each of its endpoints that asked for it."""
