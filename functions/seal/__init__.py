"""ReferralCounted -> the company's ledger moves, in steps."""
