"""The kinds of form parts: one kind, one file, one class below `FormPart` in base.py, one line in kinds.py.

Texts of authors come in; fields, the blank part and its worked example go out.
"""
