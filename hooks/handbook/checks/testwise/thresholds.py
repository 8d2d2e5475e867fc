"""The limits of the measures of questions. Shares are in whole percent.

They are those of issue 19, point 6, of this project. Who guesses is right in 25 % of the items with four
options and in 33 % of those with three; in the book of ten modules that came to 27 % when the limits were
set. The least numbers of items are ours: below them a share says more of chance than of the questions.
"""

LONGEST_IN_BOOK = 33
"""The most for whoever always ticks the longest option: over all self-checks, and over all tests."""
LONGEST_IN_FILE = 50
"""The same in one file."""
FEWEST_IN_FILE = 4
"""Fewer single-choice items than these tell nothing about a file: one item is a quarter or more of them."""
FEWEST_IN_BOOK = 20
"""Fewer single-choice items than these tell nothing about a book."""
PLACE = (15, 35)
"""The share of each of four places among the right options of the book; chance is 25 %."""
PLACES = 4
"""The number of options of the items whose places are counted."""
LENGTHS = 1.5
"""The most that the longest option of an item may be of the shortest."""
SHORT = 12
"""An option with fewer characters counts as one of so many."""
TRUE = (40, 60)
"""The share of true statements in the book; chance is 50 %."""
FEWEST_STATEMENTS = 10
FEWEST_MULTIPLE = 5
"""Fewer multiple-choice items than these may all have the same number of right options."""
PER_INDICATOR = 2
"""The least items for an indicator over both forms of a test."""
