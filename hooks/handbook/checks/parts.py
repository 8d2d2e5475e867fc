"""A stage's parts in its front matter and its body are the same; a stage has all that it needs."""

from handbook.book import Book, Page, holding
from handbook.content.instrument import Instrument
from handbook.content.stage import Stage, part_letter
from handbook.problem import Kind, Problems, phrase, problem
from handbook.source.mdtext import Heading
from handbook.strings import Strings


def check(book: Book) -> Problems:
    """Parts without a heading, headings without a part, work that is not described, forms in no stage."""
    for page, stage in holding(book.pages.values(), Stage):
        yield from _parts(page, stage, book.settings.strings)
        yield from _work(page, stage)
    for page, form in holding(book.pages.values(), Instrument):
        yield from _stages_of_form(book, page, form)


def _parts(page: Page, stage: Stage, strings: Strings) -> Problems:
    headed: dict[str, Heading] = {}
    for item in page.text.headings:
        if item.level == 2 and (found := part_letter(item.title, strings)):
            if found in headed:
                yield problem(item.place, Kind.ID_REPEATED, kata=item.title, pertama=headed[found].place)
            headed.setdefault(found, item)
    letters = {part.letter for part in stage.parts}
    for index, part in enumerate(stage.parts):
        if part.letter not in headed:
            place = page.place_of("bagian", index, "huruf")
            words = f"## {strings('tahap.bagian', huruf=part.letter)}"
            yield problem(place, Kind.PART_MISSING, kata=words, sumber=page.path)
    for letter, item in headed.items():
        if letter not in letters:
            yield problem(item.place, Kind.PART_MISSING, kata=f"huruf: {letter}", sumber=page.path)


def _work(page: Page, stage: Stage) -> Problems:
    missing = [
        key for key, value in (("menit", stage.minutes), ("kelompok", stage.grouping)) if value is None
    ]
    if not stage.parts:
        for key in missing:
            yield problem(page.node.place, Kind.KEY_MISSING, kata=key)
    elif stage.minutes is not None:
        yield problem(
            page.node.key_place(["menit"]), Kind.KEY_UNKNOWN, kata="menit", boleh=phrase("menit_bagian")
        )


def _stages_of_form(book: Book, page: Page, form: Instrument) -> Problems:
    for index, stage in enumerate(form.stages):
        prefix = f"tahap-{page.module}-"
        id_ = f"{prefix}{stage.lower()}"
        if book.targets.get(id_) is None:
            own = [t.label for t in book.targets.of_kind("tahap") if t.id.startswith(prefix)]
            place = page.place_of("tahap", index)
            words = book.settings.strings("tahap.pendek", nomor=stage)
            yield problem(place, Kind.REFERENCE_MISSING, tuple(own[:3]), id_, kata=words)
