"""Deliveries of companies' ATSs, off the queue: heard, known again, listed."""
