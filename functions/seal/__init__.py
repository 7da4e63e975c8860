"""ReferralCounted -> the company's ledger moves, in steps; a credit came free -> it pays a debt."""
