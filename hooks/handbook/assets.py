"""Joins the site's small style and script files into one of each.

Scripts become one classic script: module scripts do not run from file://.
"""

from __future__ import annotations

from pathlib import Path

_FUNCTION = "(function () {{\n'use strict';\n{code}\n}})();\n"


def join_styles(folder: Path, names: list[str]) -> str:
    """The style files in the order listed."""
    return "\n".join((folder / "css" / name).read_text(encoding="utf-8") for name in names)


def join_scripts(folder: Path, names: list[str]) -> str:
    """The script files in the order listed, each in a function of its own."""
    return "".join(
        _FUNCTION.format(code=(folder / "js" / name).read_text(encoding="utf-8")) for name in names
    )
