"""Commands that editors run: thin doors onto the engine."""
