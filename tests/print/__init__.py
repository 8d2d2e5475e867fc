"""The printed book's own pages, lines and papers."""
