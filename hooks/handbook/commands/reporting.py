"""Messages of commands: problems found, and steps done."""

import sys

from handbook.book import Checked
from handbook.problem import Problem
from handbook.report import Reporter


def say(words: str) -> None:
    """A line for the person who waits; results go to standard output instead."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def show(problems: list[Problem], reporter: Reporter, format_: str = "text", *, whole: bool = False) -> int:
    """Print problems in a format, with what follows from others when `whole`; 1 when any is an error."""
    shapes = {"json": reporter.json, "github": reporter.github}
    words = shapes[format_](problems) if format_ in shapes else reporter.text(problems, whole=whole)
    sys.stdout.write(words)
    return int(bool(reporter.errors(problems)))


def refuse(checked: Checked, key: str) -> int:
    """Say why a book is not fit for what was asked, then what that means: the text at a key."""
    show(checked.problems, checked.reporter)
    say(checked.reporter.strings(key))
    return 1
