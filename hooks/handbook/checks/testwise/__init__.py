"""Measures of questions: can somebody who knows tests, and not the subject, find the right answers.

The questions of a book are listed once (items.py); each measure is a file with `check(book)`. A measure over
the whole book is reported once, on the page where mending helps most.
"""

from handbook.checks.testwise import (
    catchalls,
    coverage,
    devices,
    lengths,
    levels,
    longest,
    multiple,
    places,
    spares,
    statements,
    stems,
)

ALL = (
    longest.check,
    places.check,
    lengths.check,
    statements.check,
    spares.check,
    multiple.check,
    stems.check,
    catchalls.check,
    devices.check,
    coverage.check,
    levels.check,
)
