"""/ and /privacy, /terms, /licence, /fees, /contact: what anybody may read."""
