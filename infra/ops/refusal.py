"""One sentence for the operator; nothing was done, or the sentence says what was."""

from infra.local.refusal import RefusedError as RefusedError
