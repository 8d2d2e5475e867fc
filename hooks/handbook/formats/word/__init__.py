"""Forms as files of a word processor (.docx), to be filled in and passed on in an office.

In: the elements of a printed sheet. Out: bytes, the same for the same form. No kind of form part is known
here: blocks.py lists how what sheets are made of is drawn, and what is not in that list is an error.
"""
