"""The lists that a book makes of itself."""
