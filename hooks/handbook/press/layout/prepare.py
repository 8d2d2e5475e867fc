"""The HTML of a part made ready for paper, in the tree that WeasyPrint has parsed.

What must not reach a PDF goes out (buttons, attachments, dead links), page references get
text to be laid out with, fields get the names that the PDF will carry.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from handbook.press.layout.names import name_fields
from handbook.press.values import SCHEME, Anchor, Dead, Note, NoteKind, ReferenceWords

OPEN_SCHEMES = ("http://", "https://", "mailto:", "tel:")
OWN_ID = "press-reference-"
BLOCK_MARK = "data-press-block"  # an <a> around blocks: inline, it would have no box to click
# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "ol", "p", "section", "table", "ul",
})
# fmt: on
BUTTON_TYPES = frozenset({"submit", "button", "reset", "image"})


@dataclass
class Reference:
    """A place where a page label is to be shown."""

    element: Element
    target: str
    bare: bool

    def words(self, label: str, same_page: bool, strings: ReferenceWords) -> str:
        """The text of the reference, without the space before it."""
        if self.bare:
            return label
        wording = strings.same if same_page else strings.format
        return wording.format(label=label).strip()


@dataclass
class Prepared:
    """A part's HTML ready for layout, with what the press needs to know of it."""

    root: Element
    references: list[Reference] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    links: dict[Element, str] = field(default_factory=dict)
    """The words of the link that each of these elements belongs to, without page labels."""
    notes: list[Note] = field(default_factory=list)
    dead: list[Dead] = field(default_factory=list)


def prepare(root: Element, part: str, targets: Mapping[str, str], language: str) -> Prepared:
    """Clean the tree in place. `targets` are all ids of the book with a guess at their label."""
    prepared = Prepared(root)
    root.set("lang", root.get("lang") or language)
    _take_out(prepared, part)
    prepared.fields, notes = name_fields(root, part)
    prepared.notes += notes
    _mark_links(prepared, part, targets)
    _find_references(prepared, part, targets)
    return prepared


def words_of(element: Element) -> str:
    """The text of an element in one line; of an image its alternative."""
    texts = [node.get("alt", "") if node.tag == "img" else node.text or "" for node in element.iter()]
    text = "".join(element.itertext()).strip() or " ".join(texts)
    return " ".join(text.split()) or element.get("aria-label") or element.get("title") or ""


def parents_of(root: Element) -> dict[Element, Element]:
    """Each element's parent, which ElementTree does not keep."""
    return {child: parent for parent in root.iter() for child in parent}


def _take_out(prepared: Prepared, part: str) -> None:
    """Remove what would make the PDF corrupt or unsafe, each with a note."""
    parents = parents_of(prepared.root)
    for element, kind in list(_unwanted(prepared.root)):
        words = element.get("href") or element.get("value") or words_of(element)
        prepared.notes.append(Note(part, kind, words))
        if element.tag == "a":
            del element.attrib["rel"]
        else:
            _remove(element, parents[element])


def _unwanted(root: Element) -> Iterator[tuple[Element, NoteKind]]:
    """Buttons, and elements that attach a file."""
    for element in root.iter():
        kind = element.get("type", "").lower()
        if element.tag == "button" or (element.tag == "input" and kind in BUTTON_TYPES):
            yield element, NoteKind.BUTTON
        elif element.tag in ("a", "link") and "attachment" in element.get("rel", "").lower().split():
            yield element, NoteKind.ATTACHMENT


def _remove(element: Element, parent: Element) -> None:
    """Take an element out and keep the text behind it."""
    _append_before(parent, list(parent).index(element), element.tail or "")
    parent.remove(element)


def _append_before(parent: Element, index: int, text: str) -> None:
    """Add text in front of the parent's child with this index."""
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _mark_links(prepared: Prepared, part: str, targets: Mapping[str, str]) -> None:
    """Give every link to a target the press's scheme; unlink what leads nowhere."""
    for link in list(prepared.root.iter("a")):
        address = link.attrib.pop("href", "")
        if address.startswith("#"):
            address = SCHEME + address[1:]
        if address.startswith(OPEN_SCHEMES) or address.removeprefix(SCHEME) in targets:
            link.set("href", address)
            if BLOCKS.intersection(inner.tag for inner in link.iter()):
                link.set(BLOCK_MARK, "")
            words = link.get("aria-label") or words_of(link)
            prepared.links.update(dict.fromkeys(link.iter(), words))
            continue
        link.tag = "span"  # an <a> would be tagged Link
        if address:
            prepared.dead.append(Dead(part, address.removeprefix(SCHEME), words_of(link)))


def _find_references(prepared: Prepared, part: str, targets: Mapping[str, str]) -> None:
    """List the page references; each gets an id, so that its page can be found."""
    parents = parents_of(prepared.root)
    for element in list(prepared.root.iter("span")):
        classes, target = element.get("class", "").split(), element.get("data-target", "")
        bare = "page-number" in classes
        if not (bare or "page-ref" in classes):
            continue
        if not targets.get(target):  # dead, or on pages without a label
            if target not in targets and target not in {dead.target for dead in prepared.dead}:
                prepared.dead.append(Dead(part, target, words_of(parents[element])))
            _remove(element, parents[element])
            continue
        element.set("id", f"{OWN_ID}{len(prepared.references)}")
        prepared.references.append(Reference(element, target, bare))


def write_references(
    prepared: Prepared,
    targets: Mapping[str, str],
    known: Mapping[str, Anchor],
    own: Mapping[str, Anchor],
    strings: ReferenceWords,
) -> None:
    """Write each reference's text: the known label, or one of the width that it may have.

    `own` are the targets of an earlier layout of this part, which tells "this page".
    """
    parents = parents_of(prepared.root)
    for reference in prepared.references:
        element, anchor = reference.element, known.get(reference.target)
        label = anchor.label if anchor else targets[reference.target]
        here = own.get(element.get("id", ""))
        same = bool(anchor and here and (here.part, here.page) == (anchor.part, anchor.page))
        element.text = reference.words(label, same, strings)
        if element.text and not reference.bare and strings.format.startswith(" "):
            parent = parents[element]
            _append_before(parent, list(parent).index(element), " ")
