"""The files of the search in the built site."""

import json
import shutil
from pathlib import Path

from handbook.site.search.index import Index

FOLDER = "search"
INDEX = f"{FOLDER}/index.js"
# The theme's own search engine; ours stands in for it.
_THEMES_OWN = ("assets/javascripts/lunr", "assets/javascripts/workers")
_EMPTY = {"config": {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": [], "fields": {}}, "docs": []}


def write(site: Path, index: Index, engine: str) -> None:
    """Write engine and index, and for the theme's search box an index without content."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / "search.js").write_text(engine, encoding="utf-8")
    (site / INDEX).write_text(index.script(), encoding="utf-8")
    empty = json.dumps(_EMPTY)
    (folder / "search_index.json").write_text(empty, encoding="utf-8")
    (folder / "search_index.js").write_text(f"var __index = {empty};\n", encoding="utf-8")
    for name in _THEMES_OWN:
        shutil.rmtree(site / name, ignore_errors=True)
