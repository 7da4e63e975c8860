"""Every hour -> notices before credits are over, and the end of what is: credits, job orders."""
