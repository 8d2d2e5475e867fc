"""The printed book: parts as HTML documents, their styles, and the orders to the press.

In: a book and a paper. Out: PDFs of the book, its modules and forms.
"""
