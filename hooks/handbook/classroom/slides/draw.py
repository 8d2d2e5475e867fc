"""The deck of a module: opening, aims, stages with what their readings show, summary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown import Markdown

from handbook.book import Book, Page
from handbook.classroom.slides import stages
from handbook.classroom.slides.deck import Deck, Slide, TextBody, TextLine
from handbook.classroom.slides.passages import Framed, Image, Passage, Tabular, passages
from handbook.classroom.slides.stretch import Stretch
from handbook.content.module import Module
from handbook.content.reading import Reading
from handbook.content.review import Review
from handbook.content.stage import Stage
from handbook.content.summary import Summary
from handbook.html import Audience, Medium, plain
from handbook.print.documents import page_converter, page_html
from handbook.render.renderer import Renderer


def deck(book: Book, number: int, labels: Mapping[str, str], pictures: Path | None = None) -> Deck:
    """The deck of a written module; `labels` are the pages of targets in the printed book, if it is there.

    `pictures` is the folder with the book's pictures, where it is not the book's own.
    """
    own, settings = _Drawing(book, number, labels, pictures or book.root), book.settings
    module = own.module
    title = f"{settings.strings('modul.label', nomor=number)}: {plain(module.title)}"
    facts = settings.book
    return Deck(number, title, facts.title, facts.edition, facts.language, tuple(own.slides(title)))


class _Apart(Renderer):
    """The renderer of pages whose links become words, since the rest of the book is not on the wall."""

    def is_printed(self, _: str) -> bool:
        """False: nothing is."""
        return False


@dataclass(frozen=True)
class _Drawing:
    """A module that is drawn as slides."""

    book: Book
    number: int
    labels: Mapping[str, str]
    pictures: Path

    @cached_property
    def module(self) -> Module:
        """The module's front matter."""
        found = self.book.module(self.number)
        assert found is not None
        return found

    @cached_property
    def _md(self) -> Markdown:
        own = _Apart(self.book, Audience.FACILITATOR, Medium.PRINT, apart=True)
        return page_converter(own)

    def slides(self, title: str) -> Iterator[Slide]:
        """All slides in their order."""
        for page in self.book.of_module(self.number):
            found = passages(page_html(page, self._md)) if page.text.body.strip() else []
            section = self._section(page)
            match page.value:
                case Module():
                    yield from self._opening(title, section)
                    yield from self._shown(found, section)
                case Stage():
                    yield from self._stage(page.value, page, found)
                case Reading() | Review():
                    yield from self._shown(found, section)
                case Summary():
                    yield from self._shown(found, section)
                    yield from self._summary(page.value, section)

    def _section(self, page: Page, unit: stages.Taught | None = None) -> Stretch:
        """The stretch of a page, or of a unit of teaching on it."""
        s = self.book.settings.strings
        name = s("tahap.pendek", nomor=unit.number) if unit else page.label(s)
        where = s("modul.label", nomor=self.number)
        if name != where and page.value is not self.module:
            where = s("tayangan.tempat", modul=where, nama=name)
        if label := self.labels.get(unit.id if unit else page.id) or self.labels.get(page.id):
            where = s("tayangan.halaman", tempat=where, halaman=label)
        facts = self.book.settings.book
        source = s("tayangan.sumber", tempat=where, buku=facts.short_title, edisi=facts.edition)
        timed = (unit.id, unit.minutes) if unit else ("", 0)
        return Stretch(s, self.pictures, name, source, (), *timed)

    def _opening(self, title: str, section: Stretch) -> Iterator[Slide]:
        """Title and time, then the topics with their indicators."""
        s, own = section.s, self.book.settings
        minutes = self.module.lesson_hours * own.minutes_per_lesson_hour
        time = TextLine("", lead=s("modul.jp", jp=self.module.lesson_hours, menit=minutes))
        book = TextLine(own.book.title)
        yield section.slide(title, TextBody((time, book)), [plain(self.module.summary)], opens=True)
        for topic in self.module.topics:
            lines = [TextLine("", lead=plain(topic.title))]
            lines += [TextLine(plain(item.text), item.number) for item in topic.indicators]
            yield from section.lines(s("materi.label", nomor=topic.number), lines, [plain(topic.aim)])

    def _stage(self, stage: Stage, page: Page, found: list[Passage]) -> Iterator[Slide]:
        for stretch in stages.split(found, stages.units(stage, self.number)):
            yield from stages.slides(stretch, self._section(page, stretch.unit))

    @staticmethod
    def _shown(found: list[Passage], section: Stretch) -> Iterator[Slide]:
        """Slides of a page of text: what has a caption, boxes, passages that were marked."""
        for passage in found:
            if isinstance(passage, Framed) or (isinstance(passage, Tabular | Image) and passage.title):
                yield from section.of(passage, section.label)

    def _summary(self, summary: Summary, section: Stretch) -> Iterator[Slide]:
        """Takeaways, each question of reflection with its model answer, what to carry on."""
        s = section.s
        takeaways = [TextLine(plain(text), f"{number}.") for number, text in enumerate(summary.takeaways, 1)]
        yield from section.lines(s("rangkuman.kesimpulan"), takeaways)
        yield from self._reflections(summary, section)
        if summary.carry:
            yield from section.lines(s("tayangan.bawaan"), [TextLine(plain(summary.carry))])

    @staticmethod
    def _reflections(summary: Summary, section: Stretch) -> Iterator[Slide]:
        """Each question of reflection with its model answer in the notes."""
        s, total = section.s, len(summary.reflections)
        for number, item in enumerate(summary.reflections, 1):
            words = {"judul": s("rangkuman.refleksi"), "ke": number, "jumlah": total}
            title = s("tayangan.judul_lanjut", **words) if total > 1 else words["judul"]
            answer = f"{s('rangkuman.pokok_jawaban')} {plain(item.answer)}" if item.answer else ""
            yield from section.lines(str(title), [TextLine(plain(item.text))], [answer] if answer else [])
