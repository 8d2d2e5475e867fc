"""What facilitators print for a session."""
