"""/console: a company's people read and act here, as its programs do under /v1."""
