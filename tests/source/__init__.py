"""Files read with their places."""
