"""Tests of all that a facilitator uses in the room."""
