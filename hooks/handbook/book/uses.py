"""The uses of every target: each mention in the book with its page and place."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from handbook.book.book import Book, kept
from handbook.book.known_pages import facts_of
from handbook.book.page import Page
from handbook.content.erratum import Errata
from handbook.content.regulation import Regulations
from handbook.mentions.scanner import Mention, TextOrigin
from handbook.mentions.surroundings import Surroundings
from handbook.problem import Place
from handbook.source.authored import Authored, Readers
from handbook.source.files import read_text
from handbook.source.prose import Said, said_in
from handbook.source.yamltext import Node, Step, YamlText

_MEMO, _BY_WORDS = "uses", "uses by words"
_TAGS = re.compile(r"<!--.*?-->|<style\b.*?</style>|<[^>]*>", re.S)
_WORD = re.compile(r"\S+")


class Use(NamedTuple):
    """One mention in the book.

    `page` is None in a register's own file; what is `hidden` stands where only facilitators read, what is
    `unprinted` in a note that only the site shows; `string` is the place of the string of data that holds it,
    `path` the way to it. `source` gives the text, which is made where it is needed.
    """

    page: Page | None
    mention: Mention
    place: Place
    source: Callable[[], str]
    locate: Callable[[int], Place]
    hidden: bool = False
    string: Place | None = None
    unprinted: bool = False
    path: tuple[Step, ...] = ()

    @property
    def text(self) -> str:
        """The text that holds the mention."""
        return self.source()


def origin_of(page: Page) -> TextOrigin:
    """The setting of a page in which *Tahap 5* and *baris IV* are understood."""
    shown = {mark.argument for mark in page.text.blocks if mark.name == "instrumen"}
    own = page.id if page.kind == "instrumen" else None
    return TextOrigin(page.module, own, None, shown.pop() if len(shown) == 1 else None)


@kept
def said(_: Book, page: Page) -> list[Said]:
    """Every string of a page's data that readers see."""
    return list(said_in(page.value))


@kept
def surroundings_of(book: Book, page: Page) -> Surroundings:
    """The surroundings of each text of a page, in which unnamed owners are looked for."""
    strings = {item.path: item.words for item in said(book, page)}
    return Surroundings(book.scanner, strings, page.text.spoken, origin_of(page))


def all_uses(book: Book) -> list[Use]:
    """Every natural mention in pages, tests, pictures, registers and settings; a book is scanned once."""
    if _MEMO not in book.memo:
        book.memo[_MEMO] = list(_uses(book))
    found: list[Use] = book.memo[_MEMO]
    return found


def mentions_in(book: Book, page: Page, words: str) -> list[Mention]:
    """The mentions of one string that a page shows from data: its own or a register's."""
    if _BY_WORDS not in book.memo:
        book.memo[_BY_WORDS] = _by_words(book)
    known = book.memo[_BY_WORDS]
    found: list[Mention] | None = known.get((page.path, words)) or known.get(("", words))
    return book.scanner.scan(words, origin_of(page)) if found is None else found


def _by_words(book: Book) -> dict[tuple[str, str], list[Mention]]:
    """The mentions of each string of data; where one string stands twice, those that are the same."""
    found: dict[tuple[str, str], dict[Place, list[Mention]]] = {}
    for use in all_uses(book):
        if use.string is not None:
            key = (use.page.path if use.page else "", use.text)
            found.setdefault(key, {}).setdefault(use.string, []).append(use.mention)
    return {
        key: [item for item in next(iter(places.values())) if all(item in there for there in places.values())]
        for key, places in found.items()
    }


def _uses(book: Book) -> Iterator[Use]:
    for page in book.all_pages:
        yield from uses_on(book, page)
        yield from _in_pictures(book, page)
    for register in book.registers.values():
        source = register[2]
        yield from book.known.get("uses", source.path, (source, book.scanner), _in_register, book, *register)
    node = book.settings_node
    for path, words, *_ in said_in(book.settings):
        for mention in book.scanner.scan(words, TextOrigin()):
            place = node.at(path).place
            yield Use(None, mention, place, partial(str, words), lambda _, place=place: place)  # type: ignore[misc]


@kept
def uses_on(book: Book, page: Page) -> list[Use]:
    """The mentions in a page's own file; one that was read before is not read again."""
    facts = facts_of(book, page, "uses", lambda: [_facts(use) for use in _uses_on(book, page)])
    return [_use(page, *fact) for fact in facts]


def _uses_on(book: Book, page: Page) -> Iterator[Use]:
    yield from _in_body(book, page)
    nearby, here = surroundings_of(book, page), origin_of(page)
    yield from _in_data(book, page, said(book, page), page.node, page.yaml, lambda _: (here, nearby))


def _facts(use: Use) -> list[Any]:
    """A use in plain values, as they are kept; of those in a body not the text, which the page has."""
    data = (use.path, use.text, use.string.line, use.string.column) if use.string else None
    return [use.mention, use.place.line, use.place.column, use.hidden, use.unprinted, data]


def _use(
    page: Page, kept: list[Any], line: int, column: int, hidden: bool, unprinted: bool, data: Any
) -> Use:
    """A use on a page from what was kept of it."""
    mention = Mention._make((*kept[:-1], tuple(kept[-1])))
    place = Place(page.path, line, column)
    if data is None:
        return Use(page, mention, place, lambda: page.text.spoken, page.text.place, hidden, None, unprinted)
    way, words, *string = data
    path = tuple(way)
    locate = locator(page.yaml, page.node, path, words)
    return Use(
        page, mention, place, partial(str, words), locate, hidden, Place(page.path, *string), False, path
    )


def _in_register(book: Book, value: Authored, node: Node, source: YamlText) -> list[Use]:
    def about(path: tuple[Step, ...]) -> tuple[TextOrigin, Surroundings]:
        return _of_entry(book, value, path), alone

    alone = Surroundings(book.scanner, {}, "", TextOrigin())
    return list(_in_data(book, None, said_in(value), node, source, about))


def _of_entry(book: Book, value: Authored, path: tuple[Step, ...]) -> TextOrigin:
    """An entry on a law speaks of that law, an erratum of what it points to."""
    index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
    if isinstance(value, Regulations):
        return TextOrigin(law=value.entries[index].id)
    if isinstance(value, Errata) and path[0] == "ralat":
        item = value.entries[index]
        module = item.module or book.module_of(item.target) or None
        return TextOrigin(module, item.target if item.target.startswith("ik-") else None)
    return TextOrigin()


def _in_body(book: Book, page: Page) -> Iterator[Use]:
    text = page.text
    for mention in book.scanner.scan(text.spoken, origin_of(page), surroundings_of(book, page).body):
        place = text.place(mention.start)
        line = place.line - text.body_line
        hidden, unprinted = line in text.note_lines, line in text.edition_lines
        yield Use(page, mention, place, lambda: text.spoken, text.place, hidden, None, unprinted)


def _in_pictures(book: Book, page: Page) -> Iterator[Use]:
    """Mentions in the words of the drawings of a page."""
    for image in page.text.images:
        path = f"docs/{page.uri_of(image.target)}"
        if path.endswith(".svg"):
            text, _ = read_text(book.root, path)
            source = (text, book.scanner, origin_of(page))
            yield from book.known.get("uses", path, source, _in_picture, book, page, path, text or "")


def _in_picture(book: Book, page: Page, path: str, text: str) -> list[Use]:
    def locate(offset: int) -> Place:
        return Place.in_text(path, text, offset)

    words = _TAGS.sub(lambda match: re.sub(r"[^\n]", "\0", match.group()), text)
    mentions = book.scanner.scan(words, origin_of(page), surroundings_of(book, page).body)
    return [Use(page, mention, locate(mention.start), partial(str, words), locate) for mention in mentions]


def _in_data(
    book: Book,
    page: Page | None,
    strings: Iterable[Said],
    node: Node,
    source: YamlText,
    about: Callable[[tuple[Step, ...]], tuple[TextOrigin, Surroundings]],
) -> Iterator[Use]:
    is_test = page is not None and page.uri in book.tests
    for path, words, _, readers in strings:
        here, nearby = about(path)
        for mention in book.scanner.scan(words, here, nearby.string(path)):
            locate = locator(source, node, path, words)
            hidden, string = is_test or readers is Readers.FACILITATORS, node.at(path).place
            place, text = locate(mention.start), partial(str, words)
            yield Use(page, mention, place, text, locate, hidden, string, path=path)


def locator(source: YamlText, root: Node, path: tuple[Step, ...], words: str) -> Callable[[int], Place]:
    """A function from an offset in a string to its place in the file: that of the word at the offset."""

    def locate(offset: int) -> Place:
        found = _WORD.match(words, offset)
        word = found.group() if found else words[offset : offset + 1]
        before = [match for match in re.finditer(re.escape(word), words) if match.start() < offset]
        return source.locate(root.at(path), word, len(before))

    return locate


def pages_citing(book: Book, *, printed: bool) -> dict[str, list[Page]]:
    """For each target id the pages where participants read it, in the order of the book, once each.

    With `printed`, what only the site shows does not count.
    """
    found: dict[str, list[Page]] = {}
    for use in all_uses(book):
        pages = found.setdefault(use.mention.id, [])
        is_read = not use.hidden and not (printed and use.unprinted)
        if use.page and is_read and use.page not in pages:
            pages.append(use.page)
    return found


def in_legal_notes(book: Book, page: Page) -> set[str]:
    """The ids that a page's editors' notes on the law mention."""
    first, lines = page.text.body_line, page.text.editor_lines - page.text.edition_lines
    inside = (use for use in uses_on(book, page) if use.string is None and use.place.line - first in lines)
    return {use.mention.id for use in inside}
