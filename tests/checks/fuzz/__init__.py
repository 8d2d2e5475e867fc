"""Random changes of real files: whatever an editor does, the engine names it or shows it, and goes on."""
