"""A site that is being built, as one value: what the events of the host need of it and leave in it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from xml.etree.ElementTree import tostring

from handbook.book import Book, Page
from handbook.book.report import Reporter
from handbook.html import Audience, Medium
from handbook.problem import Problem
from handbook.render.courses import ShownCourse
from handbook.render.lists import changes
from handbook.render.renderer import Renderer
from handbook.site import preview
from handbook.site.freshness import KeptPages
from handbook.site.host import Handed
from handbook.site.navigation import description, meta, scripts_of, window_title
from handbook.site.on_demand import PreviewState
from handbook.site.proposals import proposal
from handbook.site.search import Index


@dataclass
class SiteBuild:
    """The book as it is drawn for the site, its problems, and what was made of it so far."""

    book: Book
    renderer: Renderer
    index: Index
    problems: list[Problem]
    reporter: Reporter
    version: str = ""
    """The suffix of the addresses of styles and scripts."""
    versioned: list[str] = field(default_factory=list)
    """The addresses that end so."""
    kept: KeptPages | None = None
    refused: dict[str, list[Problem]] = field(default_factory=dict)
    """The problems that drawing a page found, by its address in the sources."""

    @classmethod
    def of(
        cls,
        book: Book,
        handed: Handed,
        offering: Container[str],
        courses: Mapping[str, ShownCourse],
    ) -> Self:
        """Begin with a book; `offering` are the ids of the pages that files print, `courses` those that
        pages show, by the names of their plans."""
        paper = handed.paper or book.settings.book.paper
        renderer = Renderer(book, handed.audience, Medium.SITE, offering, paper, courses=courses)
        return cls(book, renderer, Index(book), handed.checked.problems, handed.checked.reporter)

    def for_templates(self, *, live: bool) -> dict[str, Any]:
        """The data of every template; while serving, also the script that shows the problems."""
        is_hidden = self.renderer.audience is Audience.FACILITATOR
        own = {"version": self.version, "proposal": proposal(self.book, None), "is_hidden": is_hidden}
        return {**meta(self.book), **own, "problems": preview.SCRIPT if live else ""}

    def describe(self, own: Page, url: str) -> dict[str, Any]:
        """The data of a page for templates and the search."""
        facts = {
            "kind": own.kind.css,
            "module": own.module,
            "id": own.id,
            "accent": own.module or 0,
            "scripts": scripts_of(own),
            "proposal": proposal(self.book, own, url),
        }
        return {
            "handbook": facts,
            "title": window_title(own, self.book),
            "description": description(own, self.book),
        }

    def around(self, own: Page, html: str, refused: Iterable[Problem]) -> str:
        """A page just rendered, its problems above it, the way to its changes below.

        `refused` is what may not be published of it; what was not told before is told now.
        """
        known = [item for item in self.problems if item.place.path == own.path]
        new = [item for item in refused if item not in known]
        preview.tell(new, self.reporter)
        self.problems += new
        self.refused[own.uri] = new
        below = (changes.current(self.renderer, own), changes.link(self.renderer, own))
        after = "".join(tostring(item, "unicode", "html") for item in below if item is not None)
        return "".join(preview.box(item, self.reporter) for item in (*known, *new)) + html + after

    def remember(self, state: PreviewState, *, is_sound: bool) -> None:
        """Keep the pages that were drawn, for later builds if they are `is_sound`, and for this preview."""
        if self.kept and is_sound:
            self.kept.keep(self.index)
        if self.kept and state.is_live:
            state.placed |= self.kept.placed(self.index, self.refused)
