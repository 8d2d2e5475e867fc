"""While serving: after a change only what is looked at is drawn; the rest when somebody asks for it.

Drawn at once are the pages that were asked for last and those whose own sources changed. Any other page, and
the search, is made by a build of its own before it is sent. Builds follow one another: what is sent is whole.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, NamedTuple

from handbook.book import Book, Page
from handbook.book.book import ReadCache
from handbook.problem import Problem
from handbook.site.search.files import INDEX as SEARCH
from handbook.site.templates import CompiledTemplates

LOOK = 0.1
"""Seconds between two looks for changed files; the host takes half a second."""
RECENT = 2
"""Pages that count as looked at: the last ones that browsers asked for."""


class StandingPage(NamedTuple):
    """A page that stands in the preview's folder: its stamp, its own sources, what the search has of it, the
    problems that drawing it found."""

    stamp: str
    sources: tuple[str, str]
    entry: list[Any]
    problems: list[Problem]


@dataclass
class PreviewState:
    """State that the preview's process keeps between builds."""

    is_live: bool = False
    """Whether the host serves: it then adds a script of its own to the pages that it sends."""
    book: Book | None = None
    """The last book, with what was kept of it where texts could not be read."""
    known: ReadCache | None = None
    """All that the last reading made of the files."""
    placed: dict[str, StandingPage] = field(default_factory=dict)
    """The pages in the preview's folder, by their addresses in the sources."""
    wanted: Collection[str] | None = None
    """The files that a build makes besides the pages that changed; None stands for all, the search too."""
    waiting: set[str] = field(default_factory=set)
    """The files that are older than the sources."""
    files: dict[str, object] = field(default_factory=dict)
    """The files of the last build below the preview's folder, with what tells whether they are the same."""
    recent: list[str] = field(default_factory=list)
    """The pages that were asked for last, by their files."""
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)

    def wants(self, file: str) -> bool:
        """Whether a build makes a file that is older than the sources."""
        return self.wanted is None or file in self.wanted

    def lacks(self, path: str) -> Collection[str] | None:
        """The files to make before a path is served; None stands for everything."""
        found = self.waiting.intersection(_files_at(path))
        return None if SEARCH in found else found

    def look(self, path: str) -> None:
        """Note that somebody asks for a path."""
        pages = (file for file in _files_at(path) if file in self.files and file.endswith(".html"))
        for page in pages:
            self.recent = [*(other for other in self.recent if other != page), page][-RECENT:]


def sources(page: Page) -> tuple[str, str]:
    """The author's own words of a page."""
    return page.yaml.text, page.text.body


def _files_at(path: str) -> tuple[str, ...]:
    return (f"{path}index.html",) if not path or path.endswith("/") else (path, f"{path}/index.html")


class OnDemand:
    """The server's two doors: a build after a change, and requests, which may need a build first."""

    def __init__(
        self, state: PreviewState, build: Callable[[], None], serve: Callable[..., Any], mount: str
    ) -> None:
        self._state, self._build, self._serve, self._mount = state, build, serve, mount
        self._turn = Lock()

    def after_change(self) -> None:
        """Bring up to date what is looked at."""
        with self._turn:
            self._draw(self._state.recent)

    def request(self, environ: Mapping[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request; what it asks for is up to date."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self._mount):
            self._prepare(path.removeprefix(self._mount))
        answer: Iterable[bytes] = self._serve(environ, start_response)
        return answer

    def _prepare(self, path: str) -> None:
        self._state.look(path)
        if path.startswith("livereload/"):  # it waits for the next build itself
            return
        with self._turn:
            lacking = self._state.lacks(path)
            if lacking is None or lacking:
                self._draw(lacking)

    def _draw(self, wanted: Collection[str] | None) -> None:
        self._state.wanted = wanted
        self._build()


def take_over(server: Any, state: PreviewState) -> None:
    """Let the host's server build and answer on demand."""
    doors = OnDemand(state, server.builder, server.serve_request, server.mount_path)
    server.builder = doors.after_change
    server.set_app(doors.request)
    server.build_delay = 0.02  # a saved file is complete; waiting for more of them is the editor's time
    for emitter in getattr(server.observer, "emitters", ()):
        emitter._timeout = LOOK
