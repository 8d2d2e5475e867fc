"""The processors of the Markdown extension, in the order in which they run."""

import re
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from handbook.book import Page
from handbook.book.uses import origin_of, surroundings_of
from handbook.content.stage import part_letter
from handbook.html import Audience, Element, Medium
from handbook.markdown.finishing import break_after_strokes, mark_lettered, size_images
from handbook.markdown.for_print import adapt_for_print
from handbook.render import blocks
from handbook.render.references import keep_numbers
from handbook.render.renderer import Renderer
from handbook.source.mdblocks import without_edition_notes, without_notes
from handbook.source.mdpatterns import CODE, blank, spoken_and_prose, visible_of

_EXPLICIT = re.compile(r"(?<!\\)\[(?P<text>(?!\^)[^\[\]]+)\]\[(?P<id>(?!\^)[^\[\]\n]*)\]")
MARK = "handbook mention"
"""The title under which Markdown carries a mention until the page is finished."""


def page_of(md: Markdown) -> str:
    """The source address of the page being rendered: the only place that knows the hosts."""
    own = getattr(md, "handbook_uri", None)
    if own:
        return str(own)
    if "relpath" in md.treeprocessors:
        host: Any = md.treeprocessors["relpath"]
        return str(host.file.src_uri)
    if "rendering_context" in md.preprocessors:
        host = md.preprocessors["rendering_context"]
        return str(host.page.path)
    return ""


class _OnPage:
    """The base of the processors: knows the page that is being rendered, None outside the book."""

    md: Markdown
    renderer: Renderer

    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        self.md = md
        self.renderer = renderer

    @property
    def page(self) -> Page | None:
        return self.renderer.book.pages.get(page_of(self.md))


class CutNotes(_OnPage, Preprocessor):
    """Removes notes for others before any other processor reads them, so that they cannot leak."""

    def run(self, lines: list[str]) -> list[str]:
        """Empty the lines of facilitators' notes for participants, and of notes on the edition in print."""
        body = "\n".join(lines)
        if self.renderer.audience is Audience.PARTICIPANT:
            body = without_notes(body)
        if self.renderer.medium is Medium.PRINT:
            body = without_edition_notes(body)
        return body.split("\n")


class LinkMentions(_OnPage, Preprocessor):
    """Turns natural mentions into `[words][id]` and tells Markdown where the ids lead."""

    def run(self, lines: list[str]) -> list[str]:
        """Rewrite the text of a page of the book; other pages stay as they are."""
        page = self.page
        if page is None:
            return lines
        text = self._linked("\n".join(lines), page)
        for match in reversed(list(_EXPLICIT.finditer(blank(text, CODE)))):
            text = text[: match.start()] + self._explicit(match, page) + text[match.end() :]
        return text.split("\n")

    def _linked(self, text: str, page: Page) -> str:
        book = self.renderer.book
        spoken, prose = spoken_and_prose(visible_of(text))
        mentions = book.scanner.scan(spoken, origin_of(page), surroundings_of(book, page).body)
        for mention in reversed(mentions):
            is_prose = prose[mention.start : mention.end] == mention.words
            if is_prose and book.targets.get(mention.id):
                linked = f"[{text[mention.start : mention.end]}][{mention.id}]"
                text = text[: mention.start] + linked + text[mention.end :]
        return text

    def _explicit(self, match: re.Match[str], page: Page) -> str:
        id_ = match["id"] or match["text"]
        href = self.renderer.href(id_, page)
        if href is None:
            return match["text"] if self._is_silent(id_) else match.group()
        self.md.references[id_.lower()] = (href, MARK)
        return match.group() if match["id"] else f"[{self.renderer.name(id_)}][{id_}]"

    def _is_silent(self, id_: str) -> bool:
        """Whether a mention is left without a link: its target is planned, or not printed."""
        book = self.renderer.book
        return book.planned_id(id_) or book.targets.get(id_) is not None


class FillBlocks(_OnPage, Treeprocessor):
    """Draws the blocks into their containers."""

    def run(self, root: Element) -> None:
        """Give each container what its block shows, before what the author wrote in it."""
        known: dict[Element, tuple[str, str]] = self.md.authored_blocks  # type: ignore[attr-defined]
        for container in list(root.iter("div")):
            if container in known:
                _become(container, blocks.block(*known[container], self.page, self.renderer))


def _become(container: Element, drawn: Element) -> None:
    """Turn a container into the drawn element, followed by its own content."""
    content = list(container)
    container.tag, container.text = drawn.tag, drawn.text
    container.attrib.clear()
    container.attrib.update(drawn.attrib)
    container[:] = [*drawn, *content]


class WriteHead(_OnPage, Treeprocessor):
    """Writes title and facts on top of a page, titles of parts, and bodies that come from data."""

    def run(self, root: Element) -> None:
        """Add to the author's elements, which Markdown has finished."""
        page = self.page
        if page is None:
            return
        if not page.text.body.strip():
            root[:] = []  # what the host gave to convert is a mere placeholder
        self._write_parts(root, page)
        if self.renderer.medium is Medium.SITE:
            _lift_stages(root)
        for element in reversed(self.renderer.head(page)):
            root.insert(0, element)
        root.extend(self.renderer.body(page))

    def _write_parts(self, root: Element, page: Page) -> None:
        for element in list(root):
            title = (element.text or "").strip() if element.tag == "h2" else ""
            letter = part_letter(title, self.renderer.book.settings.strings)
            written = self.renderer.part_heading(page, letter) if letter else []
            if written:
                position = list(root).index(element)
                root.remove(element)
                for item in reversed(written):
                    root.insert(position, item)


def _lift_stages(root: Element) -> None:
    """On the site, move the list of stages, with its heading, to the top of a module."""
    elements = list(root)
    end = next((n for n, item in enumerate(elements) if item.get("class") == "timeline"), None)
    if end is None:
        return
    headings = [n for n, item in enumerate(elements[:end]) if item.tag == "h2"]
    section = elements[headings[-1] if headings else end : end + 1]
    root[:] = [*section, *(item for item in elements if item not in section)]


class FinishPage(_OnPage, Treeprocessor):
    """Sizes figures, marks mentions and terms; in print adds page references and unique ids."""

    def run(self, root: Element) -> None:
        """Runs last, when all links and ids of the page are there."""
        page = self.page
        if page is None:
            return
        self.renderer.refused[page.uri] = tuple(self.md.refused)  # type: ignore[attr-defined]
        if self.renderer.audience is Audience.PARTICIPANT:
            _drop_notes(root)
        self._mark(root)
        mark_lettered(root)
        if self.renderer.medium is Medium.SITE:
            break_after_strokes(root)
        size_images(root, (self.renderer.book.root / page.path).parent)
        if self.renderer.medium is Medium.SITE and page.module is not None:
            self.renderer.glossary.mark(root, lambda id_: self.renderer.href(id_, page))
        if self.renderer.medium is Medium.PRINT:
            adapt_for_print(root, page, self.renderer)
        else:
            keep_numbers(root, self.renderer.book.settings)

    @staticmethod
    def _mark(root: Element) -> None:
        """Links that were mentions get the class that mentions in data have."""
        for link in root.iter("a"):
            if link.get("title") == MARK:
                del link.attrib["title"]
                link.set("class", "mention")


def _drop_notes(root: Element) -> None:
    """Remove notes that the preprocessor did not find (in a list, say), and report them."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("class") == "facilitator-note":
                parent.remove(child)
