"""HTML in, one tagged PDF out."""
