"""A deck of slides for each module, drawn from what is in the book, which facilitators show to the class.

In: a book that was read and checked. Out: a deck (`deck.py`), as a file for a browser and as a file of a
presenter. `draw.py` makes the deck, `web.py` and `powerpoint.py` write it, `kept.py` puts the files in place
without ever replacing what somebody has edited.
"""
