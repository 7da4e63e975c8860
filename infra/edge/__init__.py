"""What stands between the world and the API: a guard, the distribution, static files, the lock."""
