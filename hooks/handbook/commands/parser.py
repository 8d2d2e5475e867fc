"""What every command says of itself and of a wrong call, in the editors' language.

argparse words both in English. Its titles are replaced; its messages are recognised and said anew,
those of Python 3.11 to 3.14.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from handbook.strings import DEFAULT_LANGUAGE, Strings, load

MESSAGES = {
    "kurang": re.compile(r"the following arguments are required: (?P<nama>.+)"),
    "asing": re.compile(r"unrecognized arguments: (?P<kata>.+)"),
    "tanpa_nilai": re.compile(r"argument (?P<nama>.+?): (?:expected|ignored) .+"),
    "pilihan": re.compile(
        r"argument (?P<nama>.+?): invalid choice: (?P<kata>.+?) \(choose from (?P<pilihan>.+)\)"
    ),
    "nilai": re.compile(r"argument (?P<nama>.+?): (?:invalid .+ value: )?(?P<kata>.+)"),
}


class Parser(argparse.ArgumentParser):
    """Reads the options of a command; a wrong call ends it with exit code 2."""

    def __init__(self, *, strings: Strings | None = None, **options: Any) -> None:
        self._words = strings or load(DEFAULT_LANGUAGE)
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=self._formatter)
        self._positionals.title = self._words("perintah.isi")
        self._optionals.title = self._words("perintah.opsi")
        self.add_argument("-h", "--help", action="help", help=self._words("perintah.bantuan"))

    def _formatter(self, prog: str) -> argparse.HelpFormatter:
        return _Formatter(self._words("perintah.pemakaian"), prog)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and how it is meant."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self._said(message)}\n")

    def _said(self, message: str) -> str:
        for key, pattern in MESSAGES.items():
            if match := pattern.fullmatch(message):
                words = {name: value.replace("'", "") for name, value in match.groupdict().items()}
                return self._words(f"perintah.{key}", **words)
        return message


class _Formatter(argparse.HelpFormatter):
    """The host's layout with a heading of the language for the usage."""

    def __init__(self, heading: str, prog: str) -> None:
        super().__init__(prog)
        self._heading = heading

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Put the heading before the usage."""
        super().add_usage(usage, actions, groups, self._heading if prefix is None else prefix)
