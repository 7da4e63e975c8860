"""/me: a candidate reads what we keep of them, and changes it; /not-me: who never asked for it."""
