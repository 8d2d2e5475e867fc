"""Numbers agree with the module, the file name and the page that carry them."""

from pathlib import PurePosixPath

from handbook.book import Book, Page, PageKind, holding
from handbook.content.instrument import Instrument
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Place, Problem, Problems, problem, repeated
from handbook.source.authored import number_in
from handbook.strings import Strings

_STEMS = {PageKind.READING, PageKind.INSTRUMENT}
_COUNTED = {"box", "gambar", "tabel", "materi"}


def check(book: Book) -> Problems:
    """Numbers of another module, and files whose name says another number."""
    for page in book.all_pages:
        yield from _file_name(page, book.settings.strings)
    yield from _same_numbers(book)
    for target in book.targets:
        page_ = book.pages.get(target.page)
        if page_ and page_.module and target.kind in _COUNTED:
            yield from _module_number(target.number, page_, target.place, target.label, book.settings.strings)


def _same_numbers(book: Book) -> Problems:
    """Forms with an id of their own that have the number of another; all others differ by their ids."""
    forms = [*holding(book.pages.values(), Instrument)]
    own = {form.number for _, form in forms if form.own_id}
    numbers = (
        (page.label(book.settings.strings), page.place_of("nomor"))
        for page, form in forms
        if form.number in own
    )
    yield from repeated(numbers, Kind.NUMBER_REPEATED)


def _file_name(page: Page, strings: Strings) -> Problems:
    stem = PurePosixPath(page.path).stem
    place = page.place_of("nomor")
    if page.kind in _STEMS:
        yield from _module_number(page.number, page, place, page.number, strings)
        if stem != page.id:
            yield _foreign(place, page.number, number_in(stem) or stem, page)
    elif page.kind is PageKind.STAGE and stem != f"tahap-{page.number}":
        yield _foreign(place, page.number, stem.removeprefix("tahap-"), page)
    elif page.kind is PageKind.REVIEW and page.module and stem != f"ulang-{page.module}":
        yield _foreign(Place(page.path), stem, f"ulang-{page.module}", page)
    elif isinstance(page.value, Quiz):
        wanted = f"{'tes' if page.value.kind == 'tes' else 'kuis'}-{page.module}"
        if stem != wanted:
            yield _foreign(Place(page.path), stem, wanted, page)


def _foreign(place: Place, words: str, wanted: str, page: Page) -> Problem:
    return problem(place, Kind.NUMBER_FOREIGN, kata=words, harap=wanted, sumber=page.path)


def _module_number(number: str, page: Page, place: Place, words: str, strings: Strings) -> Problems:
    if number[:1].isdigit() and number.split(".")[0] != str(page.module or 0):
        label = strings("modul.label", nomor=page.module or 0)
        yield problem(place, Kind.NUMBER_FOREIGN, kata=words, harap=f"{page.module or 0}.x", sumber=label)
