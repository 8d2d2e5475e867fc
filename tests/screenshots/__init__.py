"""The pictures of the guides, taken from the book itself."""
