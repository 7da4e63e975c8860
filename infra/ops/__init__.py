"""What operators do by hand: each asks one function of the stack, with that function's rights."""
