"""The whole book as one value: its pages in order, its registers, its register of targets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from handbook.book.page import Page
from handbook.book.targets import Target, TargetRegister
from handbook.content.competency import Competencies, Competency
from handbook.content.erratum import Errata
from handbook.content.module import Module
from handbook.content.regulation import Regulation, Regulations
from handbook.content.stage import Stage
from handbook.content.synonym import Synonym, Synonyms
from handbook.content.term import Term, Terms
from handbook.mentions.misspellings import MisspellingFinder
from handbook.mentions.scanner import Mention, Scanner
from handbook.problem import Problem
from handbook.settings import Settings
from handbook.source.prose import refuse_undeclared
from handbook.source.validation import Authored
from handbook.source.yamltext import Node, YamlText

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
    def scanner(self) -> Scanner:
        """The finder of mentions in the book's own spellings."""
        return self.known.get("scanner", "", self.settings, Scanner, self.settings)

    @cached_property
    def misspellings(self) -> MisspellingFinder:
        """Finds what is meant as a mention and misspelt."""
        return self.known.get("misspellings", "", self.settings, MisspellingFinder, self.settings)

    @property
    def terms(self) -> list[Term]:
        """The glossary."""
        found = self.registers.get("istilah")
        return found[0].entries if found and isinstance(found[0], Terms) else []

    @property
    def regulations(self) -> list[Regulation]:
        """The register of regulations."""
        found = self.registers.get("peraturan")
        return found[0].entries if found and isinstance(found[0], Regulations) else []

    @property
    def outside_laws(self) -> list[str]:
        """Regulations that the register names without an entry: *Perppu 2/2014*."""
        found = self.registers.get("peraturan")
        return found[0].outside if found and isinstance(found[0], Regulations) else []

    @property
    def competencies(self) -> dict[str, Competency]:
        """The register of competencies by code."""
        found = self.registers.get("kompetensi")
        entries = found[0].entries if found and isinstance(found[0], Competencies) else []
        return {item.code: item for item in entries}

    @property
    def errata(self) -> Errata:
        """The errata of the print."""
        found = self.registers.get("ralat")
        return found[0] if found and isinstance(found[0], Errata) else Errata(entries=[])

    @property
    def synonyms(self) -> list[Synonym]:
        """Synonyms of the search: words that readers type for words of the book."""
        found = self.registers.get("sinonim")
        return found[0].entries if found and isinstance(found[0], Synonyms) else []

    def of_module(self, number: int) -> list[Page]:
        """The pages of a module in their order."""
        return [page for page in self.pages.values() if page.module == number]

    def listed(self, names: list[str]) -> list[Page]:
        """Pages outside the modules, as one of the lists in handbook.yml names them."""
        return [self.pages[name] for name in names if name in self.pages]

    def module(self, number: int) -> Module | None:
        """The module's front matter (its title, lesson hours, topics, order of pages)."""
        values = (page.value for page in self.of_module(number))
        return next((value for value in values if isinstance(value, Module)), None)

    def module_title(self, number: int) -> str:
        """`Modul 2: …` as handbook.yml has it; the book's title for module 0."""
        plan, s = self.settings.plan(number), self.settings.strings
        label = s("modul.label", nomor=number) if number else s("perubahan.seluruhnya")
        return f"{label}: {plan.title}" if plan else label

    def stages(self, number: int) -> list[Stage]:
        """A module's stages in their order."""
        return [page.value for page in self.of_module(number) if isinstance(page.value, Stage)]

    def page_with(self, id_: str) -> Page | None:
        """The page whose own target this is, tests included."""
        return next((page for page in [*self.pages.values(), *self.tests.values()] if page.id == id_), None)

    def is_planned(self, module: int | None) -> bool:
        """Whether a module is announced but not written."""
        plan = self.settings.plan(module) if module else None
        return plan is not None and plan.planned

    def planned_id(self, id_: str) -> bool:
        """Whether an id belongs to a planned module: its first number says so."""
        match = re.match(r"[a-z]+-(\d+)", id_)
        is_counted = match is not None and self.targets.get(id_) is None
        return is_counted and self.is_planned(int(match[1])) if match else False

    def module_of(self, id_: str) -> int:
        """The number of the module that an id belongs to, written or planned; 0 when it belongs to none."""
        target = self.targets.get(id_)
        if target is not None:
            page = self.pages.get(target.page)
            return (page.module if page else None) or 0
        match = re.match(r"[a-z]+-(\d+)", id_)
        return int(match[1]) if match else 0

    def resolve(self, mention: Mention) -> Target | None:
        """The target of a mention, None when it is planned or missing."""
        return self.targets.get(mention.id)
