"""The book in the formats of other programs: e-book, word processor, learning platform, calendar.

In: a book that was read and checked. Out: files, the same bytes for the same book.
"""
