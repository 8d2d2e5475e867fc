"""Decks of slides."""
