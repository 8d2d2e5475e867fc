"""What the checks of the sources notice, and in which words."""
