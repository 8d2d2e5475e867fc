"""Breaks one thing at a time in the real chapters, to see whether the checks notice."""
