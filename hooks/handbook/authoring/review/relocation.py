"""Ways of moving a passage beside another of the same file."""

from collections.abc import Iterator

from handbook.authoring.review.passage import Role, SourcePassage

_WHOLE_LINES = (Role.PARAGRAPH, Role.ITEM, Role.HEADING, Role.STRING)


def moved(text: str, passage: SourcePassage, beside: SourcePassage, *, is_before: bool) -> Iterator[str]:
    """The text of a file with the lines of a passage before or behind those of another."""
    if passage.role not in _WHOLE_LINES or beside.role not in _WHOLE_LINES or passage.path != beside.path:
        return
    first, last = _lines(text, passage)
    lines = text[first:last]
    begin, end = _lines(text, beside)
    at = begin if is_before else end
    is_list = passage.role is beside.role and passage.role in (Role.ITEM, Role.STRING)
    for block in (lines, f"\n{lines}", f"{lines}\n") if not is_list else (lines,):
        for gap in (1, 0):
            cut = last + (gap and text.startswith("\n", last))
            yield _put(text, (first, cut), at, block)


def _put(text: str, cut: tuple[int, int], at: int, block: str) -> str:
    first, last = cut
    if at >= last:
        return text[:first] + text[last:at] + block + text[at:]
    return text[:at] + block + text[at:first] + text[last:]


def _lines(text: str, passage: SourcePassage) -> tuple[int, int]:
    """The whole lines of a passage."""
    return text.rfind("\n", 0, passage.start) + 1, text.find("\n", passage.end) + 1 or len(text)
