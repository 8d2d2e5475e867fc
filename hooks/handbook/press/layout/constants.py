"""CSS custom properties with one value everywhere, inlined before WeasyPrint reads a stylesheet.

WeasyPrint works out `var()` anew for every element that a rule applies to. In the book that was a
tenth of the time of a layout (Modul 7: 1.78 s, with the constants written out 1.60 s).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

DEFINITION = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*([^;{}]+)")
ROOT = re.compile(r"(?:^|[}/;])\s*html\s*\{([^{}]*)\}")
CONDITIONAL = re.compile(r"@(?:media|supports|layer|container)\b")
IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"':]+)["']""")
USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
LINKED = re.compile(r"<link\b", re.IGNORECASE)


def constants(sheets: Sequence[Path], html: str) -> dict[str, str]:
    """The properties that one rule for `html` defines and nothing else does, with their values.

    A document that brings stylesheets of its own has none: they are not looked into.
    """
    if LINKED.search(html):
        return {}
    texts = [text for sheet in sheets for text in _with_imports(sheet)]
    known = Counter(name for text in (*texts, html) for name, _ in DEFINITION.findall(text))
    blocks = [block for text in texts if not CONDITIONAL.search(text) for block in ROOT.findall(text)]
    found = (pair for block in blocks for pair in DEFINITION.findall(block))
    return {name: value.strip() for name, value in found if known[name] == 1 and "var(" not in value}


def written_out(text: str, values: Mapping[str, str]) -> str:
    """A stylesheet with the values of constants in place of their names."""
    return USE.sub(lambda match: values.get(match[1], match[0]), text)


def _with_imports(sheet: Path) -> Iterator[str]:
    """The text of a stylesheet and of those that it imports from its own machine."""
    with suppress(OSError, UnicodeDecodeError):
        text = sheet.read_text(encoding="utf-8")
        yield text
        for name in IMPORT.findall(text):
            yield from _with_imports(sheet.parent / name)
