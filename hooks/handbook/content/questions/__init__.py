"""The kinds of questions: one kind, one file, one shape.

Each file holds a pydantic value (a `Question`), `controls` (what a reader
answers with), `key` (the right answer in words) and `feedback` (the list that
the script and the disclosure share).
"""
