"""ApplicationCreated -> our link in the field of the vendor that its rejection mail prints."""
