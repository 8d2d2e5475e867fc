"""All that a course needs on paper and on screen, from its plan: one file of sheets, one module.

`occasion.py` binds book, plan and day; a module for each file draws its sheets (`schedule.py`, `day.py`,
`keys.py` …), most of them those of session packs; `printing.py` takes the sheets of a file to the press;
`make.py` lists the files.
"""
