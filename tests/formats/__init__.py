"""The book in the formats of other programs."""
