"""All that a facilitator uses in the room."""
