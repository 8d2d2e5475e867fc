"""Changes that print needs: ids unique in the whole book, marked links, page references."""

import re

from handbook.book import Page
from handbook.html import NO_PAGE, Element
from handbook.render.references import keep_words
from handbook.render.renderer import PARTS_OF_FORMS, Renderer, print_id

OWN = "handbook:"
"""Prefix of the addresses of targets in print."""
PAGE_REF = "page-ref"
_NOTE = re.compile(r"(#?fn(?:ref\d*)?:)\d+-")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def adapt_for_print(root: Element, page: Page, renderer: Renderer) -> None:
    """Change a page's tree in place."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter()):
        _name_note_by_page(element, page)
        if element.tag in _HEADINGS:
            _unique_id(element, page, renderer)
        elif element.tag == "img" and not element.get("src", "").startswith("data:"):
            element.set("src", f"docs/{page.uri_of(element.get('src', ''))}")
        elif element.get("class") == "footnote-backref":
            parents[element].remove(element)  # its arrow is in no font of the print
        elif element.tag == "a":
            _link(element, parents, page, renderer)
    _once_per_passage(root, renderer)
    keep_words(root, renderer.book.settings)


def _name_note_by_page(element: Element, page: Page) -> None:
    """Markdown numbers the footnotes of a page by the pages that it converted before; print by the page."""
    for name in ("id", "href"):
        if _NOTE.match(element.get(name, "")):
            element.set(name, _NOTE.sub(rf"\g<1>{page.id}-", element.get(name, "")))


def _unique_id(element: Element, page: Page, renderer: Renderer) -> None:
    own = element.get("id")
    target = renderer.book.targets.get(own) if own else None
    if own and (target is None or target.page != page.uri):
        element.set("id", f"{page.id}--{own}")


def _link(element: Element, parents: dict[Element, Element], page: Page, renderer: Renderer) -> None:
    href = element.get("href", "")
    if ".md" in href and not href.startswith(OWN) and "://" not in href:
        target = _target_of(href, page, renderer)
        if renderer.is_printed(target):
            element.set("href", OWN + target)
        else:
            _unlink(element)
    elif not is_address(href) and not href.startswith("#"):
        _unlink(element)
    elif href.startswith(OWN) and element.get("class") != NO_PAGE and not _is_followed(element, parents):
        _add_reference(element, parents, page, renderer)


def is_address(href: str) -> bool:
    """Whether a link leads out of the site or to a target; else it leads to a file that only the site has."""
    return re.match(r"[a-z][a-z0-9+.-]*:", href) is not None


def _unlink(element: Element) -> None:
    """Replace a link to something that is not printed by its words."""
    del element.attrib["href"]
    element.tag = "span"


def _once_per_passage(root: Element, renderer: Renderer) -> None:
    """Give the page of a target once in a section, a question or a row of a table.

    The rows and columns of a form stand where the form does, and the page behind the form's own name.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    passage: dict[str, Element] = {}
    for element in list(root.iter()):
        if element.tag in (*_HEADINGS, "tr") or element.get("class") == "question":
            passage = {}
        elif element.get("class") == PAGE_REF:
            key = _standing(element.get("data-target", ""), renderer)
            first = passage.get(key)
            is_better = first is not None and first.get("data-target") != key == element.get("data-target")
            if first is not None:
                dropped = first if is_better else element
                _remove(dropped, parents[dropped])
            if first is None or is_better:
                passage[key] = element


def _standing(print_id_: str, renderer: Renderer) -> str:
    """The target at whose place another one is printed: the form of a row."""
    target = renderer.book.targets.get(print_id_.replace("--", "#"))
    page = renderer.book.pages.get(target.page) if target and target.kind in PARTS_OF_FORMS else None
    return page.id if page else print_id_


def _remove(element: Element, parent: Element) -> None:
    """Take an element away and leave the text behind it."""
    before = list(parent).index(element) - 1
    if before >= 0:
        parent[before].tail = (parent[before].tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _target_of(href: str, page: Page, renderer: Renderer) -> str:
    """The print id of a link that the author wrote as `file.md#anchor`."""
    address, _, anchor = href.partition("#")
    uri = page.uri_of(address)
    there = renderer.book.pages.get(uri)
    target = renderer.book.targets.at(uri, anchor)
    return print_id(target) if target else (there.id if there else anchor)


def _is_followed(element: Element, parents: dict[Element, Element]) -> bool:
    """Whether a page reference stands right after a link already."""
    siblings = list(parents[element])
    after = siblings[siblings.index(element) + 1 : siblings.index(element) + 2]
    return bool(after) and after[0].get("class") == PAGE_REF


def _add_reference(element: Element, parents: dict[Element, Element], page: Page, renderer: Renderer) -> None:
    """Append a page reference to a link into the book, unless the link is marked bare."""
    id_ = element.get("href", "").removeprefix(OWN).replace("--", "#")
    reference = renderer.page_reference(id_, page)
    parent = parents.get(element)
    if reference is None or parent is None:
        return
    reference.tail, element.tail = element.tail, ""
    parent.insert(list(parent).index(element) + 1, reference)
