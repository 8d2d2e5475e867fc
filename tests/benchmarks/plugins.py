"""Two plugins of MkDocs that print with WeasyPrint, over the pages that the press prints.

Each builds the project's own site, so that our hook makes the forms, quizzes and registers for it too, in a
throw-away environment with the packages of the project's lock. A plugin prints while MkDocs builds a site:
the time of the same site without it is taken off. A PDF that lacks pages of the book is not compared.
"""

from __future__ import annotations

import json
import os
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path

from handbook.book.book import Book
from tests.benchmarks.content import absent
from tests.benchmarks.measure import Cost, apart, facts, judge, report, say
from tests.benchmarks.shop import Shop

PROJECT = Path(__file__).parents[2]
PLUGINS = {"with-pdf": "mkdocs-with-pdf==0.9.3", "to-pdf": "mkdocs-to-pdf==0.12.1"}
NEEDS = "setuptools<81"
GOAL = 0.4
STYLE = """\
/* mkdocs-with-pdf makes pages of a chapter as high as the sheet; WeasyPrint then drops all that follows. */
article, section { min-height: 0 !important; }
/* WeasyPrint 70 stops at a gradient in the colour of the text; one mark of our registers has it. */
.md-typeset .chip-diubah::before { background: none !important; }
"""
EVENTS = """\
# A link to the PDF would write the site's pages anew, and they would lose the place of their policy.
def inject_link(page, *others):
    return page
"""


@dataclass(frozen=True)
class Stand:
    """A folder where one plugin prints a book."""

    book: Book
    name: str
    folder: Path

    @property
    def pdf(self) -> Path:
        """The document that the plugin prints."""
        return self.folder / "site" / "pdf" / "document.pdf"

    @property
    def _python(self) -> Path:
        return self.folder / "venv" / "bin" / "python"

    def set_up(self) -> None:
        """The environment, and the two files by which a user of the plugin mends what it does."""
        venv.create(self.folder / "venv", with_pip=True)
        self._install("--require-hashes", "-r", str(PROJECT / "requirements.lock"))
        self._install(PLUGINS[self.name], NEEDS)
        (self.folder / "templates").mkdir()
        (self.folder / "templates" / "styles.scss").write_text(STYLE, encoding="utf-8")
        (self.folder / "pdf_event_hook.py").write_text(EVENTS, encoding="utf-8")

    def _install(self, *what: str) -> None:
        subprocess.run([self._python, "-m", "pip", "install", "-qq", *what], check=True)

    def build(self, *, printing: bool) -> Cost:
        """Build the site, with the plugin or without it; what MkDocs says is kept in a file."""
        settings = json.dumps(self._settings(printing), indent=1)
        (self.folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return apart(self._run)

    def _settings(self, printing: bool) -> dict[str, object]:
        """The project's own settings with the plugin; JSON is YAML."""
        left_out = [f"^{uri.removesuffix('.md')}/" for uri in self.book.settings.unprinted]
        return {
            "INHERIT": str(PROJECT / "mkdocs.yml"),
            "site_dir": str(self.folder / "site"),
            "theme": {"custom_dir": str(PROJECT / "overrides")},
            "hooks": [str(PROJECT / "hooks" / "mkdocs_hooks.py")],
            "plugins": [{self.name: {"exclude_pages": left_out}}] if printing else [],
        }

    def _run(self) -> None:
        command = [str(self._python), "-m", "mkdocs", "build", "--quiet"]
        places = {
            "PYTHONPATH": str(PROJECT / "hooks"),
            "HANDBOOK_ROOT": str(PROJECT),
            "HANDBOOK_DOCS": str(PROJECT / "docs"),
        }
        with (self.folder / "log").open("wb") as log:
            subprocess.run(command, cwd=self.folder, env=os.environ | places, stdout=log, stderr=log)

    def last_words(self) -> str:
        """The last line of what MkDocs said."""
        lines = (self.folder / "log").read_text(encoding="utf-8").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "it says nothing")


def check_plugins(shop: Shop, cold: Cost) -> None:
    """The rows of each plugin, with what its PDF has."""
    for name, requirement in PLUGINS.items():
        stand = Stand(shop.book, name, shop.folder / name)
        stand.set_up()
        plain, cost = stand.build(printing=False), stand.build(printing=True)
        report(requirement, cost)
        report("  the same site without it", plain)
        if not stand.pdf.is_file():
            say(f"  {name} prints nothing, so nothing is compared: {stand.last_words()}")
            continue
        _compare(shop, stand, cold.wall / (cost.wall - plain.wall))
        say(f"  {stand.pdf.name}: {facts(stand.pdf)}")


def _compare(shop: Shop, stand: Stand, ratio: float) -> None:
    lacking, total = absent(shop.items, stand.pdf)
    if lacking:
        say(f"  {stand.name} lacks {len(lacking)} of {total} pages, so nothing is compared: {lacking[:5]}")
        return
    say(f"  it prints all {total} pages of the book")
    judge(f"cold / {stand.name}", ratio, GOAL)
