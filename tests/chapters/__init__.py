"""The text of the real book: complete, spelled right, long enough."""
