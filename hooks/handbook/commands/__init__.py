"""Commands for editors: options in, calls of the engine, exit codes out."""
