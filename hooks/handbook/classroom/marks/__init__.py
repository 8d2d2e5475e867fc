"""Marks in minutes: one page on which a facilitator types answers and reads results, on the device alone.

In: a book that was read and checked. Out: a folder with a page, its style, its scripts and its data, to open
from a disk. It holds the keys of tests: for facilitators only.
"""

from handbook.classroom.marks.data import has_tests as has_tests
from handbook.classroom.marks.page import FILES as FILES
from handbook.classroom.marks.page import FOLDER as FOLDER
from handbook.classroom.marks.page import write as write
