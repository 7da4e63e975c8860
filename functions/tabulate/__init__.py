"""What becomes of a registration -> the figures its company reads, three people at a time."""
