"""Words to and from a command, in the editors' language: its options and help, problems, steps done.

argparse words both in English. Its titles are replaced; its messages are recognised and said anew,
those of Python 3.11 to 3.14.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from handbook.problem import Problem
from handbook.settings import Settings, read_settings
from handbook.strings import DEFAULT_LANGUAGE, Strings, languages, load

if TYPE_CHECKING:  # the models of a book cost a moment that its settings need not pay
    from handbook.book import Checked
    from handbook.book.report import Reporter

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
    """Reads the options of a command; a wrong call ends it with exit code 2.

    Its words are those of the book that the call is about, or of the `--language` that it names, under
    `perintah.<command>`.
    """

    def __init__(self, command: str, arguments: Sequence[str], **host: Any) -> None:
        self.arguments = arguments
        self.settings, self.words = _early(arguments)
        self._command = command
        host = {"prog": command, "description": self.words(f"perintah.{command}.tentang"), **host}
        super().__init__(**host, add_help=False, allow_abbrev=False, formatter_class=self._formatter)
        self._positionals.title = self.words("perintah.isi")
        self._optionals.title = self.words("perintah.opsi")
        self.add_argument("-h", "--help", action="help", help=self.words("perintah.bantuan"))

    def option(self, name: str, *, key: str = "", usual: object = None, shown: str = "", **how: Any) -> None:
        """An argument with its help: the text at its own name, or at `key`; then what holds without it.

        `shown` names what is to be written in its place, by a key under `perintah.sebutan`.
        """
        text = self.words(f"perintah.{self._command}.{key or name.lstrip('-')}")
        if usual not in (None, ""):
            text = self.words("perintah.bawaan", isi=text, nilai=usual)
        if shown:
            how["metavar"] = self.words(f"perintah.sebutan.{shown}")
        self.add_argument(name, help=text.replace("%", "%%"), **how)

    def root(self) -> None:
        """The folder of the book, which every command takes."""
        folder, help_ = self.words("perintah.sebutan.folder"), self.words("perintah.root")
        self.add_argument("--root", type=Path, default=Path(), metavar=folder, help=help_)

    def _formatter(self, prog: str) -> argparse.HelpFormatter:
        return _Formatter(self.words("perintah.pemakaian"), prog)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and how it is meant."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self._said(message)}\n")

    def _said(self, message: str) -> str:
        for key, pattern in MESSAGES.items():
            if match := pattern.fullmatch(message):
                words = {name: value.replace("'", "") for name, value in match.groupdict().items()}
                return self.words(f"perintah.{key}", **words)
        return message


def read_options(
    command: str, arguments: Sequence[str], declare: Callable[[Parser], None] = lambda _: None
) -> argparse.Namespace:
    """The options of a call: those declared, the folder of a book as `root`, the `words` to speak in.

    A wrong call, also with a root that is no folder, ends with exit code 2.
    """
    parser = Parser(command, arguments)
    declare(parser)
    parser.root()
    parser.set_defaults(words=parser.words)
    options = parser.parse_args(arguments)
    if not options.root.is_dir():
        parser.exit(2, parser.words("laporan.bukan_folder", kata=options.root) + "\n")
    options.root = options.root.resolve()
    return options


def _early(arguments: Sequence[str]) -> tuple[Settings | None, Strings]:
    """The settings of the book in `--root` and the words to speak in, before the options are read."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--root", type=Path, default=Path())
    early.add_argument("--language")
    try:
        options, _ = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None, load(DEFAULT_LANGUAGE)  # the parser itself says what is wrong with it
    settings = read_settings(options.root)[0]
    if options.language in languages():
        return settings, load(options.language)
    return settings, settings.strings if settings else load(DEFAULT_LANGUAGE)


class _Formatter(argparse.HelpFormatter):
    """The host's layout with a heading of the language for the usage."""

    def __init__(self, heading: str, prog: str) -> None:
        super().__init__(prog)
        self._heading = heading

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Put the heading before the usage."""
        super().add_usage(usage, actions, groups, self._heading if prefix is None else prefix)


def say(words: str) -> None:
    """A line for the person who waits; results go to standard output instead."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether a change that was shown is wanted: said before, or at the terminal; without one it is not."""
    if yes or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return yes
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "ya", "yes")


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
