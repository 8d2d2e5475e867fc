"""Every file in docs/, decisions apart, is used and is a file of the book: no links to other places."""

from collections.abc import Iterator

from handbook.book import REGISTERS, Book
from handbook.problem import Kind, Place, Problems, problem
from handbook.settings import FILE
from handbook.source.files import book_files, usual_name

_TEXT = (".md", ".yml")


def check(book: Book) -> Problems:
    """Files that nothing uses; planned modules and hidden files are passed over."""
    used = {page.path for page in book.all_pages} | set(_linked(book))
    used |= {f"docs/lampiran/{name}.yml" for name in REGISTERS}
    used |= {item.place.path for item in book.problems}
    planned = {plan.folder for plan in book.settings.modules if plan.planned}
    for file in book_files(book.root):
        path = file.relative_to(book.root).as_posix()
        if file.is_symlink():
            yield problem(Place(path), Kind.SYMLINK, kata=path)
            continue
        parts = path.split("/")
        is_hidden = any(part.startswith(".") for part in parts)
        if file.is_file() and path not in used and not is_hidden and parts[1] not in planned:
            source = FILE if path.endswith(_TEXT) else "docs/"
            yield problem(Place(path), Kind.FILE_UNUSED, usual_name(parts[-1]), kata=parts[-1], sumber=source)


def _linked(book: Book) -> Iterator[str]:
    for page in book.pages.values():
        for link in [*page.text.images, *page.text.links]:
            yield f"docs/{page.uri_of(link.target.partition('#')[0])}"
