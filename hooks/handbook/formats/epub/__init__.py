"""The book and its modules as e-books: EPUB 3.3, with the page numbers of the print inside.

In: the parts that the press prints, and the printed book. Out: files, the same bytes for the same book.
What is drawn for print is read again (`chapters.py`), changed for screens of any width (`fitting.py`,
`tables.py`, `notes.py`), marked where the printed pages begin (`pagebreaks.py`) and packed (`package.py`).
"""
