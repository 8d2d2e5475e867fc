"""Self-checks and banks of tests as files that Moodle imports (Moodle XML), for trainers.

In: a quiz of the book. Out: its file, and a list of all that the format cannot say.
"""
