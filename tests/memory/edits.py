"""Random edits of a book and of the engine that builds it, as people make them; some of them break it."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

ORDER = re.compile(r"^  urutan: \[(.*)\]$", re.M)
PROSE = re.compile(r"^[A-Z][^\n|]{40,}[.]$", re.M)
HEADING = re.compile(r"^## [^\n{]+$", re.M)
VALUE = re.compile(r"^ *(?:- )?\w+: ([A-Z][\w ,']{8,}[.]?)$", re.M)
COLOUR = re.compile(r"#[0-9a-f]{6}\b")
NUMBER = re.compile(r"(?<=\s)\d(?=\s)")
TEXTS = (".md", ".yml", ".svg", ".css", ".html")

OF_ENGINE = ("style", "words_of_engine", "template")
KINDS = (
    *("sentence", "word", "heading", "value", "number", "picture", "settings", "deletion", "order"),
    *("renaming", "earlier", *OF_ENGINE),
)
"""The methods of a desk that edit."""


class Desk:
    """A book, and a copy of the engine, that are edited at random; every state can come back."""

    def __init__(self, book: Path, engine: Path, seed: int) -> None:
        self.book, self.engine, self._random = book, engine, random.Random(seed)
        self._before: list[Path] = []
        self._language = "en" if "bahasa: en" in (book / "handbook.yml").read_text("utf-8") else "id"

    def edit(self, without: Sequence[str] = ()) -> str:
        """Make one edit, of none of the kinds named; gives what was done."""
        self._before.append(self._copy())
        kind = self._random.choice([kind for kind in KINDS if kind not in without])
        make: Callable[[], str] = getattr(self, kind)
        return make()

    def undo(self) -> None:
        """Take the last edit of the book back."""
        self._restore(self._before[-1])

    def _copy(self) -> Path:
        there = self.book.with_name(f"{self.book.name}-{len(self._before)}")
        return shutil.copytree(self.book, there, ignore=shutil.ignore_patterns("site", "dist", ".*"))

    def _restore(self, kept: Path) -> None:
        shutil.rmtree(self.book / "docs")
        shutil.copytree(kept, self.book, dirs_exist_ok=True)

    def earlier(self) -> str:
        """The book as it was at some time before."""
        kept = self._random.choice(self._before)
        self._restore(kept)
        return f"back to {kept.name}"

    def sentence(self) -> str:
        return self._change("docs/**/*.md", PROSE, lambda old: f"{old} Warga datang {self._any()} kali.")

    def word(self) -> str:
        return self._change("docs/**/*.md", re.compile(r"\b[a-z]{7,}\b"), lambda old: f"{old}{self._any()}")

    def heading(self) -> str:
        return self._change("docs/**/*.md", HEADING, lambda old: f"{old} {self._any()}")

    def value(self) -> str:
        return self._change("docs/**/*.*", VALUE, lambda old: f"{old.rstrip('.')} {self._any()}")

    def number(self) -> str:
        return self._change("docs/**/*.*", NUMBER, lambda _: str(self._any() % 10))

    def settings(self) -> str:
        return self._change("handbook.yml", VALUE, lambda old: f"{old} {self._any()}")

    def picture(self) -> str:
        return self._change("docs/**/*.svg", COLOUR, lambda _: f"#{self._any():06d}")

    def style(self) -> str:
        where = self._random.choice(["hooks/handbook/print/*.css", "overrides/css/*.css"])
        return self._change(
            where, re.compile(r"\b\d(?=mm\b|px\b)"), lambda _: str(self._any() % 9), self.engine
        )

    def words_of_engine(self) -> str:
        return self._change(
            f"hooks/handbook/strings/{self._language}.yml",
            VALUE,
            lambda old: f"{old}{self._any()}",
            self.engine,
        )

    def template(self) -> str:
        text = re.compile(r"(?<=<main)(?=[ >])|(?<=<nav)(?=[ >])")
        return self._change("overrides/**/*.html", text, lambda _: f' data-n="{self._any()}"', self.engine)

    def order(self) -> str:
        def swapped(old: str) -> str:
            names = ORDER.sub(r"\1", old).split(", ")
            place = self._random.randrange(1, len(names))
            names[place - 1 : place + 1] = reversed(names[place - 1 : place + 1])
            return f"  urutan: [{', '.join(names)}]"

        return self._change("docs/*/index.md", ORDER, swapped)

    def deletion(self) -> str:
        """A paragraph goes, or a whole file that its module no longer lists."""
        if self._random.random() < 0.5:
            return self._change("docs/**/*.md", PROSE, lambda _: "")
        return self._file("gone", lambda file: file.unlink(), "")

    def renaming(self) -> str:
        new = f"-{self._any()}"
        return self._file("renamed", lambda file: file.rename(file.with_stem(file.stem + new)), new)

    def _file(self, what: str, change: Callable[[Path], object], ending: str) -> str:
        file = self._random.choice(sorted(self.book.glob("docs/modul-*/bacaan-*.md")))
        change(file)
        index = file.with_name("index.md")
        name = f"{file.stem}{ending}" if ending else ""
        text = re.sub(rf"\b{file.stem}\b,? ?", f"{name}, " if name else "", index.read_text(), count=1)
        index.write_text(text.replace(", ]", "]"))
        return f"{what}: {file.name}"

    def _change(
        self, where: str, what: re.Pattern[str], new: Callable[[str], str], root: Path | None = None
    ) -> str:
        """Replace one match of a pattern in some file; the pattern's group, where it has one."""
        files = sorted(file for file in (root or self.book).glob(where) if file.suffix in TEXTS)
        for file in self._random.sample(files, len(files)):
            text = file.read_text(encoding="utf-8")
            if found := list(what.finditer(text)):
                match = self._random.choice(found)
                start, end = match.span(1 if what is VALUE else 0)
                file.write_text(text[:start] + new(text[start:end]) + text[end:], encoding="utf-8")
                return f"{file.name}: {text[start:end]!r}"
        return "nothing"

    def _any(self) -> int:
        return self._random.randrange(100_000, 1_000_000)
