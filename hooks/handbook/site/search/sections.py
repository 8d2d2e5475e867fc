"""A page's article cut into sections: the units that a search result leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from handbook.book import Target

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Kinds of targets that are sections of their own, besides headings.
ENTRIES = ("materi", "box", "gambar", "tabel", "istilah", "peraturan", "kompetensi")
# What is called by label and title; a part of a stage has a heading of its own.
NAMED = (*ENTRIES, "tahap")
_CONTAINERS = ("section", "aside", "figure", "dl", "table", "tr", "form")
_SKIPPED = ("script", "style", "button", "select", "template")
_HIDDEN_CLASSES = {"headerlink", "sheet-head", "identity", "privacy", "problem", "colon", "toolbar"}
# What stands inside a line; around everything else words are apart.
_INLINE = ("a", "abbr", "b", "code", "em", "i", "q", "span", "strong", "sub", "sup")
_WORDS_END = ("a", "span")


@dataclass
class Section:
    """Text under one anchor; an empty anchor is the page itself."""

    anchor: str
    title: str
    kind: str
    text: str


class Cutter:
    """Walks through an article in its order and adds each text to its section."""

    def __init__(self, targets: Mapping[str, Target]) -> None:
        self._targets = targets
        self._here = Section("", "", "", "")
        self._fresh = False  # inside an entry, before its own heading
        self.sections = [self._here]

    def cut(self, article: str) -> list[Section]:
        """The sections in the order of the article, the page first."""
        if article.strip():
            self._walk(html.fragment_fromstring(article, create_parent="div"))
        for section in self.sections:
            section.text = " ".join(section.text.split())
        return self.sections

    def _walk(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str) or _is_hidden(element):
            return
        before = self._here
        if element.tag in HEADINGS or element.tag == "dt":
            self._head(element)
            return
        if self._is_entry(element):
            self._open(element.get("id", ""))
            self._fresh = True
        self._read(element)
        if element.tag in _CONTAINERS:
            self._here = before

    def _read(self, element: HtmlElement) -> None:
        gap = "" if element.tag in _INLINE else " "
        self._add(gap + (element.text or ""), element.tag)
        for child in element:
            self._walk(child)
            self._add(child.tail or "", child.tag)
        self._here.text += gap

    def _add(self, text: str, tag: object) -> None:
        """Add a text to the current section; at the edge of a link or a span a word ends."""
        is_glued = tag in _WORDS_END and self._here.text[-1:].isalnum() and text[:1].isalnum()
        self._here.text += f" {text}" if is_glued else text

    def _head(self, element: HtmlElement) -> None:
        """Begin a section at a heading, except at the first in an entry, which repeats the entry's name."""
        id_ = element.get("id", "")
        words = text_of(element)
        if element.tag == "h1":
            return
        if self._fresh:
            self._fresh = False
        elif id_:
            self._open(id_, words)
        else:
            self._here.text += f" {words} "

    def _is_entry(self, element: HtmlElement) -> bool:
        target = self._targets.get(element.get("id", ""))
        return target is not None and target.kind in ENTRIES

    def _open(self, id_: str, words: str = "") -> None:
        target = self._targets.get(id_)
        title = name_of(target) if target and target.kind in NAMED else words
        kind = target.kind if target else "subbab"
        self._here = Section(id_, title, kind, "")
        self._fresh = False
        self.sections.append(self._here)


def name_of(target: Target) -> str:
    """Label and title: `IK 2.1: Diagnosis …`, `UU 23/2014: Pemerintahan Daerah`; once if they are alike."""
    label, title = target.label, target.title
    return f"{label}: {title}" if title and title != label else label


def text_of(element: HtmlElement) -> str:
    """An element's words without what is hidden in it."""
    cutter = Cutter({})
    cutter._read(element)
    return " ".join(cutter.sections[0].text.split())


def _is_hidden(element: HtmlElement) -> bool:
    classes = set((element.get("class") or "").split())
    is_marked = "data-search-exclude" in element.attrib
    return element.tag in _SKIPPED or is_marked or bool(classes & _HIDDEN_CLASSES)
