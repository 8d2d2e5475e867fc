"""The files of the site: pages, files named by them, generated files, styles and scripts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import Markup

from handbook.book import Book
from handbook.book.attachments import published
from handbook.memory.keys import fingerprint
from handbook.render.blocks import FORMS_URI, blank_forms
from handbook.render.renderer import Renderer
from handbook.render.stamps import frame
from handbook.site import assets, redirects, webapp
from handbook.site.navigation import script_data
from handbook.site.on_demand import PreviewState
from handbook.site.search.files import INDEX
from handbook.source.dialect import PLACEHOLDER


def maker(files: Any) -> Any:
    """A function that makes a file of the host, without importing the host."""
    first = next(iter(files), None)
    return type(first).generated if first is not None else None


def choose(files: Any, renderer: Renderer, docs: Path) -> None:
    """Reduce the files of docs/ to pages and the files that pages name."""
    wanted = {*renderer.book.pages, *published(renderer.book)}
    for file in list(files):
        is_ours = file.src_dir is not None and Path(file.src_dir) == docs
        if is_ours and file.src_uri not in wanted:
            files.remove(file)


def add_pages(files: Any, config: Any, renderer: Renderer) -> None:
    """Add the pages made from data, the old addresses, and the manifest."""
    make, known = maker(files), {file.src_uri for file in files}
    for page in renderer.book.pages.values():
        if page.uri not in known:
            files.append(make(config, page.uri, content=PLACEHOLDER))
    for old, new in redirects.redirects(renderer.book).items():
        files.append(make(config, f"{old}index.html", content=redirects.page(old, new, renderer.book)))
    paper, accent = (assets.colours(Path(config.theme.custom_dir), token)[0] for token in ("paper", "accent"))
    files.append(make(config, webapp.NAME, content=webapp.manifest(renderer.book, paper, accent)))


def add_assets(files: Any, config: Any, renderer: Renderer) -> tuple[str, list[str]]:
    """Add the joined style and scripts; gives what their addresses end in, and their names."""
    make, folder = maker(files), Path(config.theme.custom_dir)
    for file in [file for file in files if file.src_uri.startswith(("css/", "js/"))]:
        files.remove(file)
    joined = _joined(folder, renderer)
    for address, text in joined.items():
        files.append(make(config, address, content=text))
    return f"?v={assets.fingerprint(joined.values())}", list(joined)


def add_forms(files: Any, config: Any, renderer: Renderer, *, wanted: bool) -> set[str]:
    """Add the blank forms; gives the file when they are not `wanted` now, and not known."""
    store, key = renderer.book.store, fingerprint("blank forms", frame(renderer.book), renderer.paper)
    if not wanted and store.get(key) is None:
        files.append(file := maker(files)(config, FORMS_URI, content=""))
        return {file.dest_uri}
    forms = store.facts(key, lambda: blank_forms(renderer))
    files.append(maker(files)(config, FORMS_URI, content=assets.forms_script(forms)))
    return set()


def _joined(folder: Path, renderer: Renderer) -> dict[str, str]:
    """Styles and scripts of the pages by their addresses; each script has the words that it needs."""
    sheets, codes = _of_pages(assets.styles(folder)), _of_pages(assets.scripts(folder))
    styles = {f"assets/{name}.css": text for name, text in sheets.items()}
    data = script_data(renderer.book)
    own = {name: assets.words_of(code, data["words"]) for name, code in codes.items()}
    common = own.pop("handbook")
    known = assets.known_to_scripts({**data, "words": common})
    scripts = {"assets/handbook.js": known + codes["handbook"]}
    for name, words in own.items():
        more = {key: text for key, text in words.items() if key not in common}
        scripts[f"assets/{name}.js"] = assets.more_words(more) + codes[name]
    return {**styles, **scripts}


def _of_pages(joined: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in joined.items() if name not in assets.ELSEWHERE}


def follow(files: Any, state: PreviewState, site: Path) -> set[str]:
    """Let a preview's folder follow this build; gives what the host knows nothing of and this build leaves.

    What the last build had and this one has not goes. What is the same as before is left alone; another
    file is copied, also an older one.
    """
    before, state.files = state.files, {file.dest_uri: _facts(file) for file in files}
    for file in (file for file in files if not file.is_documentation_page()):
        is_same = file.dest_uri in before and before[file.dest_uri] == state.files[file.dest_uri]
        file.is_modified = lambda is_same=is_same: not is_same
    for gone in before.keys() - state.files.keys():
        (site / gone).unlink(missing_ok=True)
    return {INDEX} if state.wanted is not None else set()


def _facts(file: Any) -> object:
    """The marks of a file: the content of one that is made, the state of one that is copied."""
    if file.is_documentation_page():
        return None
    if file.abs_src_path is None:
        return file.content_bytes
    facts = Path(file.abs_src_path).stat()
    return file.abs_src_path, facts.st_mtime_ns, facts.st_size, facts.st_ino


def only(files: Any, config: Any, address: str, content: str) -> None:
    """Keep one file of all."""
    make = maker(files)
    for file in list(files):
        files.remove(file)
    files.append(make(config, address, content=content))


def name_schemes(palette: Iterable[Any], book: Book) -> None:
    """Name the buttons for light and dark in the language of the book."""
    for scheme, name in zip(palette, book.settings.strings.tree("situs.tampilan"), strict=False):
        scheme["toggle"] = {**scheme["toggle"], "name": name}


def mark_titles(contents: Iterable[Any]) -> None:
    """Mark titles in the table of contents as HTML, so that they are not escaped again."""
    for item in contents:
        item.title = Markup(item.title)
        mark_titles(item.children)
