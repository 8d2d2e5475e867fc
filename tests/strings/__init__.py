"""The engine in another language."""
