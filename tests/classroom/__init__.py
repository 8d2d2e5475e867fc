"""The tools of the room, for facilitators."""
