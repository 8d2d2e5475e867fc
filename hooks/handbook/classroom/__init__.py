"""Slides, the running run-sheet, marks: all that a facilitator uses in the room.

In: a book that was read and checked. Out: files for facilitators alone; no product for participants holds
any of them.
"""
