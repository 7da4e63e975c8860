"""GET /r/{slug}: the landing page, and every address that is nothing."""
