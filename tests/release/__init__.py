"""Publishing an edition."""
