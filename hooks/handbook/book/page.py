"""One source file read as one page: its kind, title, number, address and places."""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import Field

from handbook.content.instrument import Instrument
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.content.read_aloud import Recital
from handbook.content.reading import Reading
from handbook.content.review import Review
from handbook.content.stage import Stage, stage_id
from handbook.content.summary import Summary
from handbook.problem import Kind, Place, Problem, phrase, problem
from handbook.source.authored import Authored, ForAll, OldAddresses, Prose, Readers, Title, number_in
from handbook.source.mdtext import MarkdownText, read_markdown
from handbook.source.prose import refuse_undeclared, said_in
from handbook.source.validation import validate
from handbook.source.yamltext import Node, YamlText, read_yaml
from handbook.strings import Strings


class PageKind(StrEnum):
    """Kinds of pages; values are the authors' keys."""

    FRONT = "depan"
    PLAIN = "halaman"
    MODULE = "modul"
    STAGE = "tahap"
    READING = "bacaan"
    SUMMARY = "rangkuman"
    INSTRUMENT = "instrumen"
    QUIZ = "kuis"
    RECITAL = "bacakan"
    REVIEW = "ulang"

    @property
    def css(self) -> str:
        """The last word of the class `page-…` of such pages, on the site and in print."""
        return self.name.lower()


class Plain(Authored):
    """The front matter `halaman:` or `depan:` of a page outside the modules."""

    title: ForAll[Title] = Field(alias="judul")
    summary: ForAll[Prose] = Field(alias="ringkas")
    aliases: OldAddresses = ()


MODELS: dict[PageKind, type[Authored]] = {
    PageKind.FRONT: Plain,
    PageKind.PLAIN: Plain,
    PageKind.MODULE: Module,
    PageKind.STAGE: Stage,
    PageKind.READING: Reading,
    PageKind.SUMMARY: Summary,
    PageKind.INSTRUMENT: Instrument,
    PageKind.QUIZ: Quiz,
    PageKind.RECITAL: Recital,
    PageKind.REVIEW: Review,
}
_BY_NAME = {
    "ik-": PageKind.INSTRUMENT,
    "kuis-": PageKind.QUIZ,
    "tes-": PageKind.QUIZ,
    "cepat-tepat-": PageKind.RECITAL,
}
_IN_FRONT_MATTER = [str(kind) for kind in PageKind if kind not in _BY_NAME.values()]
TESTS = ("tes-", "cepat-tepat-")
"""Prefixes of files that no module lists: they are for facilitators only."""
refuse_undeclared(MODELS.values())
A = TypeVar("A", bound=Authored)


@dataclass(frozen=True)
class Page:
    """A page of the book.

    `uri` is its source address below docs/ as hosts know it (forms and quizzes get
    one that ends in .md too); `path` is the file that the author writes; `node` is
    the YAML of its subject. The body of `text` is empty where the page is data alone.
    """

    uri: str
    path: str
    kind: PageKind
    module: int | None
    value: Authored
    node: Node
    yaml: YamlText
    text: MarkdownText

    @cached_property
    def id(self) -> str:
        """The page's own target."""
        match self.value:
            case Module() | Reading() | Instrument():
                return self.value.id
            case Stage():
                return stage_id(self.module or 0, self.value.number)
            case Summary():
                return f"rangkuman-{self.module}"
        path = PurePosixPath(self.uri)
        return path.parent.name if path.stem == "index" and path.parent.name else path.stem

    @property
    def is_test(self) -> bool:
        """Whether it is no page of the book: participants read nothing of it."""
        is_named_so = PurePosixPath(self.path).name.startswith(TESTS)
        return is_named_so or all(said.readers is Readers.FACILITATORS for said in said_in(self.value))

    @property
    def number(self) -> str:
        """The printed number, empty when it has none."""
        if isinstance(self.value, Quiz | Review) and self.module:
            return number_in(self.id)
        return str(getattr(self.value, "number", ""))

    @property
    def title(self) -> str:
        """The page's title without its number."""
        return str(getattr(self.value, "title", ""))

    @property
    def address(self) -> str:
        """The page's address from the root of the site: "modul-02/ik-2-1/"; empty for the front page."""
        path = self.uri.removesuffix(".md")
        return "" if path == "index" else path.removesuffix("/index") + "/"

    @cached_property
    def digest(self) -> str:
        """A short hash of what the page says; sheets carry it, so that two wordings are told apart."""
        words = json.dumps([self.node.plain(), self.text.body], ensure_ascii=False)
        return hashlib.sha256(words.encode()).hexdigest()[:6]

    @property
    def former(self) -> tuple[str, ...]:
        """The old addresses of the page."""
        return tuple(_former(name, self.uri) for name in getattr(self.value, "aliases", ()))

    def label(self, strings: Strings) -> str:
        """The name by which texts mention the page: `IK 2.1`, or its title."""
        return strings(f"{self.kind}.pendek", nomor=self.number) if self.number else self.title

    def name(self, strings: Strings) -> str:
        """The name in lists: `IK 2.1: Diagnosis …`, or the title alone."""
        return f"{self.label(strings)}: {self.title}" if self.number else self.title

    def place_of(self, *path: str | int) -> Place:
        """The place in the file of a key or value of the page's subject."""
        return self.node.at(path).place

    def uri_of(self, address: str) -> str:
        """The path from docs/ on that an address named on the page stands for."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.uri), address))

    def has_block(self, name: str, *arguments: str) -> bool:
        """Whether the author wrote a block of a name, with one of some arguments if any are given."""
        marks = (mark for mark in self.text.blocks if mark.name == name)
        return any(not arguments or mark.argument in arguments for mark in marks)


def holding(pages: Iterable[Page], model: type[A]) -> Iterator[tuple[Page, A]]:
    """The pages whose subject is of a model, each with its subject."""
    for page in pages:
        if isinstance(page.value, model):
            yield page, page.value


def _former(name: str, uri: str) -> str:
    """The address that an alias stands for: `modul-02/tahap-9`, `modul-09`, or an old id such as `ik-2-9`."""
    if re.fullmatch(r"modul-\d{2}", name):
        return f"{name}/"
    numbered = re.match(r"(?:ik|kuis)-(\d+)", name)
    folder = f"modul-{int(numbered[1]):02d}" if numbered else str(PurePosixPath(uri).parent)
    return f"{name}/" if "/" in name or folder == "." else f"{folder}/{name}/"


def kind_of(path: str) -> PageKind | None:
    """The kind of a page that is written in YAML, by the name of its file."""
    name = PurePosixPath(path).name
    return next((kind for prefix, kind in _BY_NAME.items() if name.startswith(prefix)), None)


def read_page(path: str, text: str, module: int | None) -> tuple[Page | None, list[Problem]]:
    """Read one file below docs/ (`path` begins with docs/)."""
    if path.endswith(".yml"):
        return _read_data(path, text, module)
    source = read_markdown(path, text)
    if source.front is None or source.front.root is None:
        found = list(source.front.problems) if source.front else []
        return None, found or [_no_head(path, text)]
    return _read_front(path, source, source.front, module)


def _no_head(path: str, text: str) -> Problem:
    """The problem of a file without readable front matter."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    words = lines[first].strip()
    if words.strip("-–—_*= "):
        return problem(Place(path), Kind.FRONT_MATTER_MISSING, boleh=", ".join(_IN_FRONT_MATTER))
    opened = "kepala_terbuka" if first == 0 else "kepala_turun"
    cause = phrase(opened if words == "---" else "kepala_lain")
    return problem(Place(path, first + 1), Kind.FRONT_MATTER_BROKEN, kata=words, sebab=cause)


def _read_data(path: str, text: str, module: int | None) -> tuple[Page | None, list[Problem]]:
    source = read_yaml(path, text)
    kind = kind_of(path)
    if kind is None:
        return None, [problem(Place(path), Kind.FILE_UNKNOWN, kata=PurePosixPath(path).name)]
    if source.root is None:
        return None, list(source.problems) or [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    value, problems = validate(MODELS[kind], source.root)
    uri = path.removeprefix("docs/").removesuffix(".yml") + ".md"
    bare = MarkdownText(path, text, None, "", 1)
    page = Page(uri, path, kind, module, value, source.root, source, bare) if value else None
    return page, [*source.problems, *problems]


def _read_front(
    path: str, source: MarkdownText, front: YamlText, module: int | None
) -> tuple[Page | None, list[Problem]]:
    root = front.root
    assert root is not None
    keys = root.fields
    allowed, others = ", ".join(_IN_FRONT_MATTER), [key for key in keys if key not in _IN_FRONT_MATTER]
    unknown = (problem(root.keys[key], Kind.KEY_UNKNOWN, kata=key, boleh=allowed) for key in others)
    found = [*front.problems, *unknown]
    subject = next((key for key in keys if key in _IN_FRONT_MATTER), None)
    if subject is None:
        return None, [*found, problem(Place(path), Kind.FRONT_MATTER_MISSING, boleh=allowed)]
    kind, node = PageKind(subject), keys[subject]
    value, problems = validate(MODELS[kind], node)
    if not source.body.strip() and kind is not PageKind.SUMMARY:
        found.append(problem(Place(path, source.body_line), Kind.FILE_EMPTY, kata=path))
    page = Page(path.removeprefix("docs/"), path, kind, module, value, node, front, source) if value else None
    return page, [*found, *problems]
