"""Spaces at the end of a text hang over the end of its line.

WeasyPrint 70 counts them in: a text that fits but for its last space is broken behind its first word, or
within it, when what follows must not be broken. This file leans on its `split_first_line`;
`tests/press/test_lines.py` fails when a newer WeasyPrint works otherwise.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

ROOM = 3  # letters of text in the height of a letter; a longer text has several lines


@contextmanager
def hanging_spaces() -> Iterator[None]:
    """Lay out with the last space of each text beyond the line where there is no room for it."""
    original = inline.split_first_line

    def split(text: str, style: Any, context: Any, width: Any, *more: Any, **options: Any) -> Any:
        found = original(text, style, context, width, *more, **options)
        if found[2] is None or width is None or not text.endswith(" ") or style["white_space"] != "normal":
            return found
        if len(text) * style["font_size"] > ROOM * width:
            return found
        whole = original(text, style, context, None, *more, **options)
        bare = original(text.rstrip(" "), style, context, None, *more, **options)
        return whole if bare[3] <= width else found

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = original
