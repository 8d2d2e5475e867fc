"""The run-sheet that lives: a page with a running clock that recalculates the session when it is late.

In: the sheets of `packs/running.py`, of modules or of days of a course. Out: a folder of pages with one
style and one script (`overrides/js/runsheet/`), which open from a disk; for facilitators alone.
"""

from handbook.classroom.runsheet.files import write

__all__ = ["write"]
