"""Commands as people call them: exit codes, words, a kill at any moment."""
