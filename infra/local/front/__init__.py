"""The front door: plays CloudFront on this machine, and shows the mailbox."""
