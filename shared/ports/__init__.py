"""What a flow needs from the world, said in the domain's words. Nobody inherits from these."""
