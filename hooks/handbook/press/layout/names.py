"""Names of form fields in the PDF: unique, with an accessible name for screen readers."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from handbook.press.values import Note, NoteKind

FIELD_TAGS = ("input", "textarea", "select")


def name_fields(root: Element, part: str) -> tuple[dict[str, str], list[Note]]:
    """Make the fields' names unique in the tree; return name → accessible name, and notes."""
    labels, ids = _labels(root), {node.get("id"): node for node in root.iter() if node.get("id")}
    legends = _legends(root)
    names: dict[str, str] = {}
    notes: list[Note] = []
    for element in list(_fields(root)):
        words = _accessible_name(element, labels, ids)
        if words and element in legends:
            words = f"{legends[element]}: {words}"
        name, kinds = _field_name(element, names)
        kinds += [] if words else [NoteKind.FIELD_LABEL]
        element.set("name", name)
        for option in element.iter("option"):  # viewers show values
            option.set("value", _text(option))
        names[name] = words or name
        notes += [Note(part, kind, name) for kind in kinds]
    return names, notes


def _fields(root: Element) -> Iterator[Element]:
    """The fields that are drawn."""
    for element in root.iter():
        if element.tag in FIELD_TAGS and element.get("type") != "hidden":
            yield element


def _field_name(element: Element, taken: dict[str, str]) -> tuple[str, list[NoteKind]]:
    """A name that no other field of the part has. Radio buttons become check boxes."""
    kinds = []
    name = element.get("name") or element.get("id") or ""
    if element.get("type") == "radio":
        name = f"{name}.{element.get('value') or len(taken) + 1}"
        element.set("type", "checkbox")
        kinds.append(NoteKind.RADIO)
    if not name:
        name, kinds = f"isian-{len(taken) + 1}", [*kinds, NoteKind.FIELD_NAME]
    if name in taken:
        name, kinds = f"{name}-{len(taken) + 1}", [*kinds, NoteKind.FIELD_REPEATED]
    return name, kinds


def _labels(root: Element) -> dict[Element | str, str]:
    """The words of labels, by the id they are for and by the field that they surround."""
    labels: dict[Element | str, str] = {}
    for label in root.iter("label"):
        words = _text(label)
        if target := label.get("for"):
            labels.setdefault(target, words)
        for element in label.iter():
            if element.tag in FIELD_TAGS:
                labels.setdefault(element, words)
    return labels


def _legends(root: Element) -> dict[Element, str]:
    """The legend of the innermost group around each field: what a "Benar" answers."""
    legends: dict[Element, str] = {}
    for group in root.iter("fieldset"):
        legend = group.find("legend")
        if legend is not None and (words := _text(legend)):
            legends.update((field, words) for field in _fields(group))
    return legends


def _accessible_name(
    element: Element, labels: dict[Element | str, str], ids: dict[str | None, Element]
) -> str:
    """The first name that HTML gives the field, in the order of the accessible name rules."""
    named_by = [ids[key] for key in element.get("aria-labelledby", "").split() if key in ids]
    candidates = (
        " ".join(_text(node) for node in named_by),
        element.get("aria-label", ""),
        labels.get(element.get("id", ""), ""),
        labels.get(element, ""),
        element.get("title", ""),
        element.get("placeholder", ""),
    )
    return next((words.strip() for words in candidates if words.strip()), "")


def _text(element: Element) -> str:
    """The text of a label, without what stands in fields inside it."""
    texts = [element.text or ""]
    for child in element:
        skipped = child.tag in FIELD_TAGS or callable(child.tag)  # a comment's tag is a function
        texts += ["" if skipped else _text(child), child.tail or ""]
    return " ".join("".join(texts).split())
