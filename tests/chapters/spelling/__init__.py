"""The spelling of the book: hunspell's Indonesian dictionary and a reviewed list of further words.

.venv/bin/python -m tests.chapters.spelling           unknown words, with the places where they stand
.venv/bin/python -m tests.chapters.spelling --words   only the words, to review them for words.txt
"""
