"""Markdown markup that has no effect: readers would see it raw, or lose words.

One expression, one markup; all of them look at the text without code. Paragraphs are what Python-Markdown
takes for one: lines without an empty line between them.
"""

import re

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.problem import Kind, Problem, Problems, problem
from handbook.source.mdpatterns import blank
from handbook.source.mdspans import fences, indented
from handbook.source.mdtext import Heading, MarkdownText

_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S")
_NOT_TEXT = re.compile(r"[ \t]|[-*+][ \t]|\d+[.)][ \t]|/{3,}|:[ \t]|[|>#]|\[\^?[^\]]+\]:")
_SENTENCE_ENDS = (".", ",", ":", ";", "!", "?", "…")
_RULE = re.compile(r"[*\s]*")
_STRONG = re.compile(r"\*\*(?<!\\..)(?:(?=\S)|(?<=\S..))")


MARKUP = (
    (Kind.LINK_BROKEN, re.compile(r"\[[^\[\]\n]+\][ \t]+\((?=[^()\s]*[./#][^()\s]*\))[^()\s]+\)")),
    (Kind.LINK_BROKEN, re.compile(r"(?<!\\)\[(?!\^)[^\[\]\n]+\][ \t]+\[[a-z]+-[a-z0-9-]+\]")),
    (Kind.LINK_BROKEN, re.compile(r"h(?<!\w.)ttps?(?::/(?!/)|//)[^\s)>\]]+")),
    (Kind.LIST_BROKEN, re.compile(r"\n[ \t>]*(?P<words>[•▪●◦‣·∙■□➢✓][ \t]+[^\n]+)")),
    (Kind.FENCE_OPEN, re.compile(r"\n(?P<words>(?:`{3,}|~{3,})[^\n]*)")),
)
"""Patterns of such markup; the words shown are the group `words`, or the whole match."""


def check(book: Book) -> Problems:
    """Every such place on every page."""
    for page in book.all_pages:
        yield from _dead_markup(book, page)


@kept_clean
def _dead_markup(_: Book, page: Page) -> list[Problem]:
    finders = (_patterns, _indented, _glued_lists, _underlined, _unclosed)
    return [item for find in finders for item in find(page.text)]


def _patterns(text: MarkdownText) -> Problems:
    visible = "\n" + text.visible  # so that every line stands behind one
    for kind, pattern in MARKUP:
        for match in pattern.finditer(visible):
            group = "words" if "words" in pattern.groupindex else 0
            yield problem(text.place(match.start(group) - 1), kind, kata=_short(match[group]))


def _indented(text: MarkdownText) -> Problems:
    """A paragraph that begins with four spaces is shown as code."""
    body = blank(text.body, (fences,))
    for start, end in indented(body):
        yield problem(text.place(start), Kind.CODE_INDENTED, kata=_short(body[start:end].split("\n")[0]))


def _glued_lists(text: MarkdownText) -> Problems:
    """An item right below running text is part of the text; the first one of a paragraph is named."""
    start, is_first, is_text = 0, True, False
    for line in text.visible.split("\n"):
        if not line.strip("\0 \t") or line.startswith("///"):
            is_text = False
        elif is_text and _ITEM.match(line):
            yield problem(text.place(start), Kind.LIST_BROKEN, kata=_short(line))
            is_text = False
        elif is_first:
            is_text = _NOT_TEXT.match(line) is None
        is_first = not line.strip("\0 \t") or line.startswith("///")
        start += len(line) + 1


def _underlined(text: MarkdownText) -> Problems:
    """A rule right below a sentence turns the sentence into a heading."""
    for heading in text.headings:
        if heading.level == 2 and heading.title.endswith(_SENTENCE_ENDS) and not _has_marks(text, heading):
            yield problem(heading.place, Kind.HEADING_UNDERLINED, kata=_short(heading.title))


def _has_marks(text: MarkdownText, heading: Heading) -> bool:
    """Whether a heading is written with `#`, as one that was meant."""
    return text.text.splitlines()[heading.place.line - 1].startswith("#")


def _unclosed(text: MarkdownText) -> Problems:
    """Strong marks that stand alone in their paragraph."""
    start = 0
    for paragraph in re.split(r"(\n[ \t]*\n)", text.visible):
        marks = list(_STRONG.finditer(paragraph))
        if len(marks) % 2 and not _RULE.fullmatch(paragraph):
            end = paragraph.find("\n", marks[-1].start())
            words = paragraph[marks[-1].start() : end if end >= 0 else None]
            yield problem(text.place(start + marks[-1].start()), Kind.MARK_UNCLOSED, kata=_short(words))
        start += len(paragraph)


def _short(words: str) -> str:
    return " ".join(words.replace("\0", " ").split())[:60]
