"""Skeletons and schemas for editors."""
