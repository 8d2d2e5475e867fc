"""Forms as files of a word processor."""
