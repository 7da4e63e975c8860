"""What people type on machines of their own: `career-relay verify-statement FILE`."""
