"""A course: all modules of a book held on some days in a row, planned in one file of its own.

`read.py` takes a plan (its model stands in `content/course_plan.py`) to a `Course`: values of
`timetable.py`, made by `day_clock.py`. `check_*.py` find what cannot be held. `propose.py` fits a book
into a frame of days, with `layout.py` for one day; `proposing.py` answers a caller, `written.py` writes
the text of a plan. `plans.py` judges the plans that pages show together with their book. `sums.py` and
`shown.py` are for the eyes of whoever plans.
"""
