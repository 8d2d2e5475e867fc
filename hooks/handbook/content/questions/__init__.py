"""The kinds of questions: one kind, one file, one class below `Question` in base.py, one line in kinds.py.

Texts of authors come in; what readers answer with, what is right and what is said of an answer go out.
"""
