"""Earlier editions and what changed since."""
