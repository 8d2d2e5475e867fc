"""Cuts the printed book into rough chapters, so that the checks can say which references the print breaks.

Nothing of the printed text stands here, only the shapes of its headings and tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Line: TypeAlias = tuple[int, str]
"""The number of a line in the print, and what the rough book makes of it."""

_FRONT = re.compile(r"^# KATA PENGANTAR$", re.M)
_MODULE = re.compile(r"^(?:## )?MODUL\s+[#* ]*(\d\d)\**\s+# (.+)$", re.M)
_MARKUP = re.compile(r"^[#*\s]+|\*\*|</?b>|\s+$")
_HEADS = {
    "stage": re.compile(r"TAHAP (?P<number>\d+)(?: BAGIAN (?P<letter>[A-D]))? ?:?(?P<title>.*)"),
    "reading": re.compile(r"BAHAN BACAAN (?P<number>\d+\.\d+)\.?(?P<title>.*)"),
    "form": re.compile(
        r"(?i:is?n?strumen\w* kerja|ik)[ (]*(?:IK|LK)?[ .)]*(?P<number>\d+\.\d+)[).:]*(?P<title>.*)"
    ),
    "box": re.compile(r"Box (?P<number>\d+\.\d+)\.?(?P<title>.*)"),
}
_TOPIC = re.compile(r"- (?P<number>\d+\.\d+)\.? (?P<title>.+)")
_ROW = re.compile(
    r"(?:\((?P<roman>[IVX]+)\)|(?P<bare>[IVX]+)(?=\s)|(?P<digits>\d+)(?=[.\t]))[.\s]*(?P<title>.*)"
)
_COLUMN = re.compile(r"(?P<title>[^()]*)\((?P<number>\d+)\)\s*")
_NO_TABLE = "  - {jenis: isian, id: isian, isian: [{id: a, judul: –}]}"
_AFTER_BOX = re.compile(r"- (?:Isikan|Baris) ")
_BLOCK = re.compile(r"(?:/{3,}|`{3,}|~{3,})")


@dataclass
class Sheet:
    """A file of the rough book: its front matter, and its text with the place in the print."""

    path: str
    at: int
    head: dict[str, Any]
    body: list[Line] = field(default_factory=list)

    def add(self, at: int, text: str) -> None:
        """One more line; what Markdown would take for a block or a fence is escaped."""
        self.body.append((at, "\\" + text if _BLOCK.match(text) else text))

    def lines(self) -> list[Line]:
        """Everything that stands in the file."""
        return [*((self.at, text) for text in ("---", *dump(self.head), "---")), *self.body, (self.at, "")]


class Opening(Sheet):
    """A module's index.md; its topics stand in the text before the competencies."""

    def lines(self) -> list[Line]:
        """With the topics as printed, each once."""
        topics: dict[str, dict[str, Any]] = {}
        for _, text in self.body:
            found = _TOPIC.fullmatch(text)
            if "Kompetensi Dasar" in text:
                break
            if found:
                aim = {"tujuan": "–", "indikator": [{"nomor": f"{found['number']}.1", "teks": "–"}]}
                topics[found["number"]] = {"nomor": found["number"], "judul": found["title"], **aim}
        self.head["modul"]["materi"] = list(topics.values())
        return super().lines()


class Form(Sheet):
    """An instrument: rows and columns are those whose number is printed, all else is its guide."""

    def add(self, at: int, text: str) -> None:
        """Empty lines say nothing in a form."""
        if text.strip():
            self.body.append((at, text))

    def lines(self) -> list[Line]:
        """The YAML of the form, one printed line on each."""
        rows = self._rows()
        used = {at for at, _ in rows.values()}
        guide = [(at, f"  - {_quoted(text)}") for at, text in self.body if at not in used]
        head = [(self.at, text) for text in [*dump(self.head), "petunjuk:"]]
        part = self._grid(rows) if rows else [(self.at, _NO_TABLE)]
        return [*head, *(guide or [(self.at, "  - –")]), (self.at, "bagian:"), *part]

    def _rows(self) -> dict[str, Line]:
        """The numbered lines of its tables; of a table that is printed again the first counts."""
        rows: dict[str, Line] = {}
        for at, text in self.body:
            found = _ROW.match(text) if "\t" in text else None
            if found:
                number = found["roman"] or found["bare"] or found["digits"]
                rows.setdefault(number, (at, found["title"]))
        return rows

    def _columns(self) -> dict[str, str]:
        tables = "\t".join(text for _, text in self.body if "\t" in text and not _ROW.match(text))
        return {found["number"]: found["title"].strip() for found in _COLUMN.finditer(tables)}

    def _grid(self, rows: dict[str, Line]) -> list[Line]:
        word = "aspek" if any(text.startswith("Aspek\t") for _, text in self.body) else "baris"
        columns = self._columns() or {"": "", " ": ""}
        head = ["  - jenis: kisi", "    id: kisi", "    judul: –", f"    sebutan_baris: {word}", "    kolom:"]
        for index, (number, title) in enumerate(columns.items()):
            numbered = f"nomor: {number}, " if number.strip() else ""
            head.append(f"      - {{id: k{index}, {numbered}judul: {_quoted(title or '–')}}}")
        lines = [
            (at, f"      - {{id: b{number.lower()}, nomor: {number}, judul: {_quoted(title)}}}")
            for number, (at, title) in rows.items()
        ]
        return [*((self.at, text) for text in [*head, "    baris:"]), *lines]


def dump(data: dict[str, Any]) -> list[str]:
    """Data as lines of YAML."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6).splitlines()


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()) or "–", ensure_ascii=False)


class Chapter:
    """Deals the lines of a printed module out to the files of a rough one."""

    def __init__(self, number: int, title: str, at: int) -> None:
        head = {"nomor": number, "judul": title, "jp": 1, "ringkas": "–", "kompetensi": [], "perubahan": []}
        self.number, self.title = number, title
        self.sheets: dict[str, Sheet] = {}
        self.prose = self.here = self._open(Opening, "index.md", at, {"modul": head})
        self.form: Sheet | None = None
        self.in_box = False
        self.stage = ""

    def take(self, at: int, line: str) -> None:
        """One line of the print: a head opens a file or a box, other lines go where we are."""
        bare = _MARKUP.sub("", line)
        for name, pattern in _HEADS.items():
            found = pattern.fullmatch(bare)
            if found and (line.startswith(("#", "**", "<b>")) or not found["title"].strip()):
                self._close_box(at)
                getattr(self, f"_{name}")(at, found)
                return
        if self.in_box and self.form and _AFTER_BOX.match(line):
            self._close_box(at)
            self.here = self.form
        self.here.add(at, line)

    def done(self, at: int) -> list[Sheet]:
        """All files, with the order of the parts in the module's index."""
        self._close_box(at)
        names = [Path(path).stem for path in self.sheets]
        self.sheets["index.md"].head["modul"]["urutan"] = names[1:]
        return list(self.sheets.values())

    def _open(self, type_: type[Sheet], name: str, at: int, head: dict[str, Any]) -> Sheet:
        path = f"docs/modul-{self.number:02d}/{name}"
        return self.sheets.setdefault(name, type_(path, at, head))

    def _stage(self, at: int, found: re.Match[str]) -> None:
        number, letter = found["number"], found["letter"]
        head = {"nomor": int(number), "judul": f"TAHAP {number}"}
        work = {"menit": 1, "metode": ["–"], "kelompok": "kelas"}
        self.stage = number + (letter or "")
        self.prose = self.here = self._open(Sheet, f"tahap-{number}.md", at, {"tahap": head})
        self.form = None
        stage = self.here.head["tahap"]
        if letter:
            stage.setdefault("bagian", []).append({"huruf": letter, "judul": f"BAGIAN {letter}", **work})
            self.here.add(at, f"## Bagian {letter}")
        else:
            stage.update(work)

    def _reading(self, at: int, found: re.Match[str]) -> None:
        name = f"bacaan-{found['number'].replace('.', '-')}.md"
        head = {"nomor": found["number"], "judul": f"BAHAN BACAAN {found['number']}"}
        self.prose = self.here = self._open(Sheet, name, at, {"bacaan": head})
        self.form = None

    def _form(self, at: int, found: re.Match[str]) -> None:
        number = found["number"]
        head = {"nomor": number, "judul": f"IK {number}", "ringkas": "–", "tahap": [self.stage]}
        head |= {"diisi_oleh": "perorangan", "orientasi": "tegak"}
        name = f"ik-{number.replace('.', '-')}.yml"
        self.form = self.here = self._open(Form, name, at, head)
        self.here.add(at, found["title"])

    def _box(self, at: int, found: re.Match[str]) -> None:
        self.here, self.in_box = self.prose, True
        self.here.body.append((at, f"/// kotak | {found['number']} {found['title'].strip() or 'BOX'}"))

    def _close_box(self, at: int) -> None:
        if self.in_box:
            self.here.body.append((at, "///"))
        self.in_box = False


def sheets_of(text: str) -> tuple[list[Sheet], list[Chapter]]:
    """The printed text as files of a rough book, and its modules."""
    front, starts = _FRONT.search(text), list(_MODULE.finditer(text))
    assert front
    sheets, chapters = [Sheet("docs/index.md", 1, {"depan": {"judul": "–", "ringkas": "–"}})], []
    for at, line in _numbered(text, front.end(), starts[0].start()):
        sheets[0].add(at, line)
    for start, end in zip(starts, [*(match.start() for match in starts[1:]), len(text)], strict=True):
        chapter = Chapter(int(start[1]), start[2], text.count("\n", 0, start.start()) + 1)
        chapters.append(chapter)
        for at, line in _numbered(text, start.end(), end):
            chapter.take(at, line)
        sheets += chapter.done(at)
    return sheets, chapters


def _numbered(text: str, start: int, end: int) -> Iterator[Line]:
    return enumerate(text[start:end].split("\n"), text.count("\n", 0, start) + 1)
