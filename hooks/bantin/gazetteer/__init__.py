"""Names of places and bodies in running text, and the registry records they mean."""
