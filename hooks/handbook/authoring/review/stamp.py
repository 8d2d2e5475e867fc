"""A stamp written into the document: the book, its edition, and every passage with its hash.

It is a custom XML part, which word processors keep and do not show.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from handbook.authoring.review.passage import Role, SourcePassage

NAMESPACE = "urn:handbook:review"
PART = "/customXml/item2.xml"
_PREFIX = "tl"


@dataclass(frozen=True)
class Exported:
    """A passage as it was exported."""

    path: str
    digest: str
    role: Role
    shown: str


@dataclass(frozen=True)
class ExportStamp:
    """All that was exported; `subject` is the id of the module, `front` the words before it."""

    book: str
    edition: str
    subject: str
    front: tuple[str, ...]
    passages: tuple[Exported, ...]


def bookmark(number: int, digest: str) -> str:
    """The name of the bookmark of a passage: its number in the document and its hash."""
    return f"{_PREFIX}_{number}_{digest}"


def numbered(name: str) -> tuple[int, str] | None:
    """Number and hash in the name of a bookmark; None for those of others."""
    prefix, _, rest = name.partition("_")
    number, _, digest = rest.partition("_")
    return (int(number), digest) if prefix == _PREFIX and number.isdigit() and digest else None


def stamped(
    book: str, edition: str, subject: str, front: Sequence[str], passages: Sequence[SourcePassage]
) -> bytes:
    """The XML of a stamp."""
    root = etree.Element(f"{{{NAMESPACE}}}review", nsmap={"t": NAMESPACE})
    root.attrib.update({"book": book, "edition": edition, "subject": subject})
    for words in front:
        etree.SubElement(root, f"{{{NAMESPACE}}}front").text = words
    for passage in passages:
        child = etree.SubElement(root, f"{{{NAMESPACE}}}passage")
        child.attrib.update({"path": passage.path, "digest": passage.digest, "role": str(passage.role)})
        child.text = passage.shown
    found: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def read_stamp(xml: bytes) -> ExportStamp | None:
    """The stamp in some XML; None where there is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{{{NAMESPACE}}}review":
        return None
    if any(item.get("role") not in (*Role,) for item in root.findall(f"{{{NAMESPACE}}}passage")):
        return None
    passages = tuple(
        Exported(str(item.get("path")), str(item.get("digest")), Role(str(item.get("role"))), item.text or "")
        for item in root.findall(f"{{{NAMESPACE}}}passage")
    )
    front = tuple(item.text or "" for item in root.findall(f"{{{NAMESPACE}}}front"))
    words = [str(root.get(name, "")) for name in ("book", "edition", "subject")]
    return ExportStamp(words[0], words[1], words[2], front, passages)
