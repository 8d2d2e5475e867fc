"""`./scripts/check`: all checks of the sources, no build.

Exit 0 clean, 1 problems, 2 could not run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook import checks
from handbook.problem import Problem, Severity
from handbook.report import Reporter
from handbook.strings import load

DEFAULT_LANGUAGE = "id"


def main(arguments: list[str] | None = None) -> int:
    """Check a book and print what is wrong."""
    options = _parser().parse_args(arguments)
    if not options.root.is_dir():
        words = load(DEFAULT_LANGUAGE)("laporan.tak_dapat", sebab=f"{options.root} bukan folder")
        sys.stderr.write(words + "\n")
        return 2
    book, problems = checks.run(options.root)
    strings = book.settings.strings if book else load(DEFAULT_LANGUAGE)
    reporter = Reporter(strings, book.settings.severities if book else None)
    return show(problems, reporter, options.format)


def show(problems: list[Problem], reporter: Reporter, format_: str) -> int:
    """Print problems in a format; 1 when any of them is an error."""
    shapes = {"text": reporter.text, "json": reporter.json, "github": reporter.github}
    sys.stdout.write(shapes[format_](problems))
    return int(any(reporter.severity(item) is Severity.ERROR for item in problems))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check", description="Periksa naskah buku.")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--root", type=Path, default=Path(), help="folder yang memuat handbook.yml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
