"""A book in a folder of its own, printed by the press, by one call of WeasyPrint and by Chromium."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from handbook import press
from handbook.book.book import Book
from handbook.html import Audience, Paper
from handbook.print.documents import html_parts
from handbook.print.printing import LIBRARY, metadata, stylesheets

NEW_PAGE = '<p style="break-before: page; break-after: page">Halaman baru.</p>'
MODEL = "modul-02"
ROOT = re.compile(r'<html[^>]*class="([^"]+)"')
NAMING = re.compile(r'\b(id|href|for|headers|data-target)="([^"]*)"')
MENTION = re.compile("^(?:handbook:|#)")
FIELD = re.compile(r'(?<= name=")[^".]+')
"""The first step of a field's name: fields of two copies stand in no group together."""
BODY = re.compile(r"<body([^>]*)>(.*)</body>", re.DOTALL)
CHROMIUM = os.environ.get("HANDBOOK_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
)


@dataclass(frozen=True)
class Shop:
    """A book as HTML, and a folder to print it in."""

    book: Book
    items: list[press.Part]
    folder: Path

    def print(self, items: list[press.Part] | None = None) -> Mapping[str, int]:
        """Print with the press and its cache; gives the pages of each part.

        A book that the press has to say anything about is no measure.
        """
        job = press.PrintJob(
            items or self.items,
            self.folder / "buku.pdf",
            metadata(self.book, "Buku"),
            base=self.book.root,
            stylesheets=stylesheets(Paper.A4),
            library=LIBRARY,
            recto=True,
            cache=self.folder / "cache",
        )
        report = press.press(job)
        assert (report.dead, report.warnings) == ((), ()), report
        server: Any = forkserver._forkserver
        if server._forkserver_pid:
            server._stop()  # waits for it, so that its workers are counted
        return report.pages

    def print_at_once(self) -> None:
        """One call of WeasyPrint: all bodies in one document, the same stylesheet, PDF/UA-1 and forms.

        It writes no page numbers after mentions, counts no labels by part and repairs no tags.
        """
        from weasyprint import CSS, HTML

        sheet = CSS(filename=stylesheets(Paper.A4)[0])
        html = HTML(string=self._whole(), base_url=f"{self.book.root}/")
        out = self.folder / "sekali.pdf"
        html.write_pdf(out, stylesheets=[sheet], pdf_variant="pdf/ua-1", pdf_forms=True)

    def print_with_chromium(self) -> None:
        """The same document and stylesheet, as a browser prints it; it makes no form fields."""
        link = f'<base href="{self.book.root.as_uri()}/"><link rel="stylesheet" href="'
        link += f'{stylesheets(Paper.A4)[0].resolve().as_uri()}">'
        source = self.folder / "buku.html"
        source.write_text(self._whole().replace("</head>", f"{link}</head>"), encoding="utf-8")
        places = (
            f"--print-to-pdf={self.folder / 'peramban.pdf'}",
            f"--user-data-dir={self.folder / 'profil'}",
        )
        command = [CHROMIUM, *FLAGS, "--allow-file-access-from-files", *places, source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)

    def warm_up(self) -> None:
        """Read the programs and fonts once, so that what is printed first pays no more than the rest."""
        replace(self, items=self.items[:1]).print_at_once()

    def with_other_words(self) -> list[press.Part]:
        """The book with one word of one sentence changed, in the first reading of a module."""
        return [_reworded(item) if item.name == MODEL else item for item in self.items]

    def print_longer(self) -> None:
        """The book with a page more in the first stage of a module: later pages have other labels."""
        longer = [_longer(item) if item.name == MODEL else item for item in self.items]
        assert self.print(longer)[MODEL] == self.print()[MODEL] + 1

    def _whole(self) -> str:
        """All parts in one document; each keeps its colours."""
        bodies = "\n".join(_body(item.html) for item in self.items)
        page = f'<!DOCTYPE html><html lang="id"><head><title>Buku</title></head><body>{bodies}</body></html>'
        return page.replace('href="handbook:', 'href="#')


def _body(html: str) -> str:
    root, body = ROOT.search(html), BODY.search(html)
    assert root is not None
    assert body is not None
    return f'<div class="{root[1]}"{body[1].replace("class=", "data-class=")}>{body[2]}</div>'


def _reworded(item: press.Part) -> press.Part:
    place = item.html.index(" dan ", item.html.index('<article class="page page-reading"'))
    return replace(item, html=f"{item.html[:place]} atau {item.html[place + 5 :]}")


def _longer(item: press.Part) -> press.Part:
    end = item.html.index("</article>", item.html.index('<article class="page page-stage"'))
    return replace(item, html=item.html[:end] + NEW_PAGE + item.html[end:])


def shop_of(book: Book, folder: Path) -> Shop:
    """The participants' book as it is bound, without the sheets that are printed apart."""
    bound = [part for part in html_parts(book, Audience.PARTICIPANT) if part.bound]
    return Shop(book, bound, folder)


def ten_times(items: list[press.Part]) -> list[press.Part]:
    """Each module ten times, with ids and labels of its own."""
    return [_copy(item, number) for item in items for number in range(_times(item))]


def _times(item: press.Part) -> int:
    return 10 if item.name.startswith("modul-") else 1


def _copy(item: press.Part, number: int) -> press.Part:
    if not number:
        return item
    own = set(re.findall(r'\bid="([^"]+)"', item.html))

    def renamed(match: re.Match[str]) -> str:
        words = match[2].split(" ")
        copied = (f"{word}-x{number}" if MENTION.sub("", word) in own else word for word in words)
        return f'{match[1]}="{" ".join(copied)}"'

    html = FIELD.sub(rf"\g<0>-x{number}", NAMING.sub(renamed, item.html))
    label = press.Label("D", f"{item.label.prefix}{number}-")
    return replace(item, name=f"{item.name}-x{number}", label=label, html=html)
