"""Inspection of finished products: words that their readers must not find, and dead links.

In: a file or a folder, and the secrets of the book. Out: problems.
"""
