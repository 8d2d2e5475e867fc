"""Painted PDFs joined, cut and put in order. Knows pikepdf."""
