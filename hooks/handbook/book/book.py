"""The whole book as one value: its pages in order, its registers, its register of targets."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from handbook.book.page import A, Page, holding
from handbook.book.targets import TargetRegister
from handbook.content.competency import Competencies, Competency
from handbook.content.erratum import Errata
from handbook.content.instrument import Instrument
from handbook.content.module import Module
from handbook.content.regulation import Regulation, Regulations
from handbook.content.stage import Stage
from handbook.content.term import Synonym, Synonyms, Term, Terms
from handbook.memory.keys import engine, fingerprint
from handbook.memory.ledger import Ledger
from handbook.memory.store import CACHE, Store
from handbook.mentions.misspellings import MisspellingFinder
from handbook.mentions.scanner import Scanner
from handbook.problem import Place, Problem
from handbook.settings import Settings
from handbook.source.authored import Authored
from handbook.source.prose import refuse_undeclared
from handbook.source.yamltext import Node, Step, YamlText

REGISTERS: dict[str, type[Authored]] = {
    "istilah": Terms,
    "peraturan": Regulations,
    "kompetensi": Competencies,
    "ralat": Errata,
    "sinonim": Synonyms,
}
refuse_undeclared(REGISTERS.values())

T = TypeVar("T")


@dataclass
class ReadCache:
    """Results made from the book's files, kept: the next reading computes only those of changed files."""

    made: dict[tuple[str, str], tuple[object, Any]] = field(default_factory=dict)

    def get(self, what: str, path: str, source: object, make: Callable[..., T], *given: object) -> T:
        """The kept result for a file; computed as `make(*given)` when its `source` has changed."""
        kept = self.made.get((what, path))
        if kept is None or kept[0] != source:
            kept = self.made[what, path] = (source, make(*given))
        found: T = kept[1]
        return found


def kept(make: Callable[[Book, Page], T]) -> Callable[[Book, Page], T]:
    """Lets a function give again what it made of a page, until its file or the book's spellings change."""

    name = f"{make.__module__}.{make.__name__}"

    @functools.wraps(make)
    def given(book: Book, page: Page) -> T:
        return book.known.get(name, page.path, (page, book.scanner), make, book, page)

    return given


@dataclass
class Book:
    """A book that has been read. `pages` are in the order of menu and print, by uri."""

    root: Path
    settings: Settings
    settings_node: Node
    pages: dict[str, Page] = field(default_factory=dict)
    tests: dict[str, Page] = field(default_factory=dict)
    registers: dict[str, tuple[Authored, Node, YamlText]] = field(default_factory=dict)
    targets: TargetRegister = field(default_factory=TargetRegister)
    problems: list[Problem] = field(default_factory=list)
    memo: dict[str, Any] = field(default_factory=dict)
    known: ReadCache = field(default_factory=ReadCache)

    @cached_property
    def store(self) -> Store:
        """Things made of the book before, kept beside it."""
        return Store(self.root / CACHE)

    @cached_property
    def scanner(self) -> Scanner:
        """The finder of mentions in the book's own spellings."""
        own = self._own_ids()
        return self.known.get("scanner", "", (self._spellings, own), Scanner, self.settings, own)

    @property
    def _spellings(self) -> tuple[object, ...]:
        """All that mentions are read by: the language with the book's own words, the kinds, the laws."""
        own = self.settings
        return own.book.language, own.own_words, own.mentions, own.regulation_spellings

    @cached_property
    def ledger(self) -> Ledger:
        """Findings on each page by earlier runs, in the same spellings."""
        key = fingerprint("pages", engine(), repr((self._spellings, self._own_ids())))
        return self.known.get("ledger", "", (self.root, key), Ledger, self.store, key)

    def _own_ids(self) -> dict[str, str]:
        """For ids by number those of the forms that have their own; by number nothing leads to such an id."""
        forms = [form for _, form in holding(self.pages.values(), Instrument)]
        plain, own = (
            {form.id: form for form in forms if bool(form.own_id) is has_own} for has_own in (False, True)
        )
        by_number = {form.numbered_id: id_ for id_, form in own.items() if form.numbered_id not in plain}
        return {id_: f"{id_}?" for id_ in own} | by_number

    @cached_property
    def misspellings(self) -> MisspellingFinder:
        """Finds what is meant as a mention and misspelt."""
        return self.known.get("misspellings", "", self._spellings, MisspellingFinder, self.settings)

    @property
    def all_pages(self) -> list[Page]:
        """The pages, then the tests and what else only facilitators have."""
        return [*self.pages.values(), *self.tests.values()]

    def _register(self, empty: A) -> A:
        """The register of the same model as `empty`, which stands for it where the book has none."""
        values = (value for value, _, _ in self.registers.values())
        return next((value for value in values if isinstance(value, type(empty))), empty)

    @property
    def terms(self) -> list[Term]:
        """The glossary."""
        return self._register(Terms(entries=[])).entries

    @property
    def regulations(self) -> list[Regulation]:
        """The register of regulations."""
        return self._register(Regulations(entries=[])).entries

    @property
    def outside_laws(self) -> list[str]:
        """Regulations that the register names without an entry: *Perppu 2/2014*."""
        return self._register(Regulations(entries=[])).outside

    @property
    def competencies(self) -> dict[str, Competency]:
        """The register of competencies by code."""
        return {item.code: item for item in self._register(Competencies(entries=[])).entries}

    @property
    def errata(self) -> Errata:
        """The errata of the print."""
        return self._register(Errata(entries=[]))

    @property
    def synonyms(self) -> list[Synonym]:
        """Synonyms of the search: words that readers type for words of the book."""
        return self._register(Synonyms(entries=[])).entries

    def place_in(self, register: str, *path: Step) -> Place:
        """The place in the file of a register of one of its values."""
        return self.registers[register][1].at(path).place

    def of_module(self, number: int) -> list[Page]:
        """The pages of a module in their order."""
        return [page for page in self.pages.values() if page.module == number]

    def listed(self, names: list[str]) -> list[Page]:
        """Pages outside the modules, as one of the lists in handbook.yml names them."""
        return [self.pages[name] for name in names if name in self.pages]

    def module(self, number: int) -> Module | None:
        """The module's front matter (its title, lesson hours, topics, order of pages)."""
        return next((module for _, module in holding(self.of_module(number), Module)), None)

    def module_title(self, number: int) -> str:
        """`Modul 2: …` as handbook.yml has it; words for the whole book for module 0."""
        plan, s = self.settings.plan(number), self.settings.strings
        label = s("modul.label", nomor=number) if number else s("perubahan.seluruhnya")
        return f"{label}: {plan.title}" if plan else label

    def stages(self, number: int) -> list[Stage]:
        """A module's stages in their order."""
        return [stage for _, stage in holding(self.of_module(number), Stage)]

    def page_with(self, id_: str) -> Page | None:
        """The page whose own target this is, tests included."""
        return next((page for page in self.all_pages if page.id == id_), None)

    def is_planned(self, module: int | None) -> bool:
        """Whether a module is announced but not written."""
        plan = self.settings.plan(module) if module else None
        return plan is not None and plan.planned

    def planned_id(self, id_: str) -> bool:
        """Whether an id belongs to a planned module: its first number says so."""
        return self.targets.get(id_) is None and self.is_planned(self.module_of(id_))

    def module_of(self, id_: str) -> int:
        """The number of the module that an id belongs to, written or planned; 0 when it belongs to none."""
        if target := self.targets.get(id_):
            page = self.pages.get(target.page)
            return (page.module if page else None) or 0
        match = re.match(r"[a-z]+-(\d+)", id_)
        return int(match[1]) if match else 0
