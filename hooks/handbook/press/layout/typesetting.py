"""One part typeset: laid out, filled with page labels, painted."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import HTML

from handbook.press.layout.fetch import ConfinedFetcher
from handbook.press.layout.finish import finish, tag_leaders, tidy_links
from handbook.press.layout.hanging import hanging_spaces
from handbook.press.layout.lines import fill_page
from handbook.press.layout.marking import marked
from handbook.press.layout.notes import collected
from handbook.press.layout.prepare import OWN_ID, Reference, prepare, write_references
from handbook.press.layout.repair import repair
from handbook.press.layout.stylesheets import Parsed, Stylesheets
from handbook.press.printjob import PrintJob
from handbook.press.values import Anchor, Answer, Bookmark, Laid, Note, NoteKind, Order, Painted, Worked

PX = 0.75  # PDF units in a CSS pixel


class Typesetter:
    """Typesets one part; keeps its layout between the steps."""

    def __init__(self, job: PrintJob, targets: Mapping[str, str], styles: Stylesheets) -> None:
        self._job, self._targets, self._styles = job, targets, styles
        [self._part] = job.parts
        self._notes: list[Note] = []
        self._own: dict[str, Anchor] = {}
        self._read: dict[str, str] = {}
        self._in_lines = True  # until lines.py fails on this WeasyPrint
        self._failures: list[Note] = []

    def work(self, orders: Sequence[Order]) -> Worked:
        """Do some steps, each with the anchors that it needs; gives the answer of the last."""
        answer: Answer = None
        for step, known in orders:
            self._read.clear()
            answer = getattr(self, step)(known)
        return Worked(answer, dict(self._read))

    def lay_out(self, known: Mapping[str, Anchor]) -> Laid:
        """Lay the part out, with the labels that are known and guesses for the others."""
        parsed = self._styles.of(self._job, self._part.html)
        self._read |= parsed.read
        self._notes = [replace(note, part=self._part.name) for note in parsed.notes]
        with collected(self._part.name, self._notes):
            self._document = self._render(known, parsed)
        self._own = self._anchors()
        anchors = {key: anchor for key, anchor in self._own.items() if not key.startswith(OWN_ID)}
        return Laid(len(self._document.pages), anchors)

    def paint(self, known: Mapping[str, Anchor]) -> Painted | None:
        """Write the part's own PDF; None when a label does not fit and the part has to be laid out again."""
        return self.paint_unfit(known) if self._fill(known) else None

    def paint_unfit(self, known: Mapping[str, Anchor]) -> Painted:
        """Write the part's own PDF with the labels as they are."""
        job, prepared = self._job, self._prepared
        dead, notes = list(prepared.dead), list(self._notes)
        for page in self._document.pages:
            tag_leaders(page)
            dead += tidy_links(page, prepared.links, known, self._part.name)
        more, name = job.strings.more, self._part.name
        finisher = partial(
            finish, words=prepared.links, names=prepared.fields, more=more, part=name, zoom=job.zoom
        )
        stream = io.BytesIO()
        targets = {reference.element: reference.target for reference in prepared.references}
        with collected(self._part.name, notes), marked(self._document.pages, targets) as marks:
            self._document.write_pdf(stream, zoom=job.zoom, finisher=finisher, **self._options())
        repair(stream, job.out, marks)
        return Painted(self._bookmarks(), dead, [*prepared.notes, *notes, *self._failures])

    def _fill(self, known: Mapping[str, Anchor]) -> bool:
        """Put the labels into the lines; False when one does not fit."""
        wanted = {r.element: r for r in self._prepared.references}
        if not self._stale(known):
            return True
        if not self._in_lines:
            return False
        try:
            fits = [self._fill_page(number, wanted, known) for number in range(len(self._document.pages))]
        except Exception as error:  # WeasyPrint is not as lines.py knows it
            self._in_lines = False
            words = f"{type(error).__name__}: {error}"
            self._failures.append(Note(self._part.name, NoteKind.LINES_UNKNOWN, words))
            return False
        return all(fits)

    def _render(self, known: Mapping[str, Anchor], parsed: Parsed) -> Any:
        """WeasyPrint's document of the prepared HTML."""
        job = self._job
        fetcher = ConfinedFetcher((job.base, *job.library), self._refuse, self._read, parsed.constants)
        html = HTML(string=self._part.html, base_url=f"{job.base.resolve().as_uri()}/", url_fetcher=fetcher)
        self._prepared = prepare(html.etree_element, self._part.name, self._targets, job.metadata.language)
        write_references(self._prepared, self._targets, known, self._own, job.strings)
        with hanging_spaces():
            return html.render(font_config=parsed.fonts, stylesheets=parsed.sheets, **self._options())

    def _options(self) -> dict[str, Any]:
        return {"pdf_variant": "pdf/ua-1", "pdf_forms": self._job.fillable}

    def _refuse(self, address: str) -> None:
        """Note an address that may not be read, once."""
        note = Note(self._part.name, NoteKind.OUTSIDE, address)
        if note not in self._notes:
            self._notes.append(note)

    def _anchors(self) -> dict[str, Anchor]:
        """The place of each id of the part, in PDF units from the bottom left."""
        found: dict[str, Anchor] = {}
        scale = PX * self._job.zoom
        for number, page in enumerate(self._document.pages):
            label = self._part.label.text(number)
            for key, (x, y, _, _) in page.anchors.items():
                anchor = Anchor(self._part.name, number, x * scale, (page.height - y) * scale, label)
                found.setdefault(key, anchor)
        return found

    def _words(self, reference: Reference, page: int, known: Mapping[str, Anchor]) -> str:
        """The text of a reference on a page of this part."""
        anchor = known.get(reference.target)
        if anchor is None:
            return reference.element.text or ""
        same = (anchor.part, anchor.page) == (self._part.name, page)
        return reference.words(anchor.label, same, self._job.strings)

    def _stale(self, known: Mapping[str, Anchor]) -> bool:
        """Whether the text of a reference is out of date."""
        for reference in self._prepared.references:
            here = self._own.get(reference.element.get("id", ""))
            if here and self._words(reference, here.page, known) != reference.element.text:
                return True
        return False

    def _fill_page(self, number: int, wanted: dict[Element, Reference], known: Mapping[str, Anchor]) -> bool:
        """Fill one page and gather its links again, which may have moved."""

        def words(element: Element | None) -> str | None:
            reference = wanted.get(element) if element is not None else None
            return self._words(reference, number, known) if reference else None

        page = self._document.pages[number]
        fits = fill_page(page._page_box, words)
        self._document.pages[number] = type(page)(page._page_box)
        return fits

    def _bookmarks(self) -> list[Bookmark]:
        """WeasyPrint's bookmarks as plain values."""
        return _plain(self._document.make_bookmark_tree(PX * self._job.zoom, transform_pages=True))


def _plain(tree: list[Any]) -> list[Bookmark]:
    """A bookmark tree without WeasyPrint's shapes."""
    return [
        (title, page, x, y, _plain(children), state == "open")
        for title, (page, x, y), children, state in tree
    ]
