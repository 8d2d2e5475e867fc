"""Session packs: what a facilitator prints for a module, counted and timed.

From plain options (`options.py`) and the book come two files and a manifest: the pack with its
order to the photocopier, and the key, for facilitators only. `session.py` binds book and options;
`timetable.py` and `order.py` are arithmetic; one file per kind of sheet draws it
(`guide.py`, `forms.py`, `papers.py`, `readings.py`, `lists.py`, `evaluations.py`, `key.py`, `cover.py`);
`contents.py` lists the sheets in the order of use; `build.py` takes them to the press.
"""
