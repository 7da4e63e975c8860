"""What each right is for: taken away, one after another, until something stops working.

`python -m tests.iam` deploys the local stack into an engine that enforces the roles' policies,
takes one right from one role, and runs that function's checks until one fails. A right that
nothing misses is one to take out of the template, or one the engine never asks for
(tests.iam.unasked).
"""
