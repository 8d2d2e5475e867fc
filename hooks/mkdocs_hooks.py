"""The door from MkDocs and ProperDocs to the engine.

It imports neither host: all it needs comes with the events. The state of a build
is made anew in `on_config` and travels in `config.extra`.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from handbook import assets, changelist, checks, offline
from handbook.archive import read_sheets
from handbook.attachments import published
from handbook.book import Book
from handbook.checks.rendered import refusals
from handbook.downloads import found
from handbook.drawing import Drawing
from handbook.freshness import KEPT, stamps
from handbook.html import Audience, Medium, Paper
from handbook.page import Page
from handbook.panels import FORMS_URI, blank_forms
from handbook.policy import scripts_of as scripts_in
from handbook.policy import with_policy
from handbook.problem import Problem, Severity
from handbook.processors import PLACEHOLDER
from handbook.proposing import proposal
from handbook.redirects import page as redirect_page
from handbook.redirects import redirects
from handbook.report import Reporter
from handbook.search import Index
from handbook.search import files as search_files
from handbook.sitemap import description, meta, navigation, script_data, scripts_of, window_title
from handbook.strings import DEFAULT_LANGUAGE, load
from handbook.webroot import NEWEST

log = logging.getLogger("mkdocs.hooks.handbook")
STATE = "handbook"
KNOWN_SCRIPTS = "handbook_scripts"
SCRIPTS = "partials/javascripts/"
"""Where the theme keeps its inline scripts."""
STYLE = "assets/handbook.css"
LOOK = 0.2
"""Seconds between two looks for changed files while serving; the host takes half a second."""
LIVE = "HANDBOOK_LIVE"
"""Set while serving: the host then adds a script of its own to the pages it sends."""


def on_startup(command: str, dirty: bool) -> None:
    """Note what the host is about to do."""
    del dirty
    os.environ[LIVE] = "1" if command == "serve" else ""
    if command == "serve":  # the host warns of its own way to leave pages alone; ours knows them
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty'" not in str(record.msg))


def on_config(config: Any) -> Any:
    """Read and check the book; give the host its menu and the extension its drawing."""
    root = _root(config)
    if os.environ.get(LIVE):
        gc.disable()  # an editor waits; what piles up during one build is cleared after it
    book, problems = checks.run(root)
    reporter = Reporter(
        book.settings.strings if book else load(DEFAULT_LANGUAGE), book.settings.severities if book else None
    )
    _tell(problems, reporter)
    if book is None:
        return config
    dist = Path(os.environ.get("HANDBOOK_DIST") or root / "dist")
    printed = found(book, dist)
    paper = Paper(os.environ.get("HANDBOOK_PAPER") or book.settings.book.paper)
    sheets = read_sheets(dist)
    drawing = Drawing(book, Audience.PARTICIPANT, Medium.SITE, printed, paper, sheets)
    config.extra[STATE] = {
        "drawing": drawing,
        "problems": problems,
        "reporter": reporter,
        "index": Index(book),
    }
    config.mdx_configs.setdefault("handbook.blocks", {})["drawing"] = drawing
    _speak(config, book)
    config.nav = navigation(book)
    config.site_name = book.settings.book.short_title
    front = book.pages.get("index.md")
    config.site_description = getattr(front.value, "summary", "") if front else ""
    if os.environ.get("HANDBOOK_EDITIONS"):
        config.extra["version"] = {"provider": "mike", "default": NEWEST}
    config.site_url = book.settings.book.address or config.site_url
    return config


def _tell(problems: Iterable[Problem], reporter: Reporter) -> None:
    """Let the host count what stops a build."""
    for item in problems:
        level = logging.WARNING if reporter.severity(item) is Severity.ERROR else logging.INFO
        log.log(level, reporter.line(item))


def _speak(config: Any, book: Book) -> None:
    """Let the theme speak the language of the book."""
    config.theme["language"] = book.settings.book.language
    names = book.settings.strings.tree("situs.tampilan")
    for scheme, name in zip(config.theme.get("palette") or (), names, strict=False):
        scheme["toggle"] = {**scheme["toggle"], "name": name}


def on_files(files: Any, config: Any) -> Any:
    """Add the pages made from data, the joined style and script, and the files to download."""
    state = config.extra.get(STATE)
    make = _maker(files)
    if state is None or make is None:
        return files
    book: Book = state["drawing"].book
    wanted = {*book.pages, *published(book)}
    for file in [file for file in files if not _is_wanted(file, config, wanted)]:
        files.remove(file)
    for page in book.pages.values():
        if page.text is None:
            files.append(make(config, page.uri, content=PLACEHOLDER))
    for item in state["drawing"].downloads.values():
        files.append(make(config, item.uri, abs_src_path=str(item.file)))
    for old, new in redirects(book).items():
        files.append(make(config, f"{old}index.html", content=redirect_page(old, new, book)))
    _join_assets(files, config, make)
    if os.environ.get(LIVE):
        KEPT.mark(files, stamps(book, state["problems"], state["version"]))
    return files


def _is_wanted(file: Any, config: Any, wanted: set[str]) -> bool:
    """Of the book's folder the site has the pages, and the files that they name; nothing else lying there."""
    if file.src_dir is None or Path(file.src_dir) != Path(config.docs_dir):
        return True
    return file.src_uri in wanted


def _maker(files: Any) -> Any:
    """The host's own way to make a file, without importing the host."""
    first = next(iter(files), None)
    return type(first).generated if first is not None else None


def _join_assets(files: Any, config: Any, make: Any) -> None:
    folder = Path(config.theme.custom_dir)
    for file in [file for file in files if file.src_uri.startswith(("css/", "js/"))]:
        files.remove(file)
    joined = _joined(folder, config)
    for address, text in joined.items():
        files.append(make(config, address, content=text))
    version = f"?v={assets.fingerprint(joined.values())}"
    config.extra[STATE] |= {"version": version, "versioned": list(joined)}
    config.extra_css[:] = [f"{STYLE}{version}"]
    forms = assets.forms_script(blank_forms(config.extra[STATE]["drawing"]))
    files.append(make(config, FORMS_URI, content=forms))


def _joined(folder: Path, config: Any) -> dict[str, str]:
    """Style and scripts of the pages by their addresses."""
    known = assets.known_to_scripts(script_data(config.extra[STATE]["drawing"].book))
    scripts = {
        f"assets/{name}.js": (known if name == "handbook" else "") + assets.join_scripts(folder, parts)
        for name, parts in config.extra["js"].items()
    }
    return {STYLE: assets.join_styles(folder, config.extra["css"]), **scripts}


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Give templates the book's settings and texts."""
    del files
    state = config.extra.get(STATE)
    if state:
        book = state["drawing"].book
        own = {"version": state["version"], "proposal": proposal(book, None)}
        env.globals["handbook"] = {**meta(book), **own}
    env.autoescape = True  # whatever stands in a title is text
    names = env.list_templates(filter_func=lambda name: name.startswith(SCRIPTS))
    config.extra[KNOWN_SCRIPTS] = scripts_in(env.loader.get_source(env, name)[0] for name in names)
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Tell templates and search what a page is about."""
    del files
    own = _own(page, config)
    if own:
        book = config.extra[STATE]["drawing"].book
        page.meta["handbook"] = {
            "kind": str(own.kind),
            "module": own.module,
            "id": own.id,
            "accent": own.module or 0,
            "scripts": scripts_of(own),
            "proposal": proposal(book, own, page.url.removeprefix("./")),
        }
        page.meta["title"] = window_title(own, book)
        page.meta["description"] = description(own, book)
    return markdown if markdown.strip() or not own else PLACEHOLDER


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Enter the page into the search; show its problems above it, the way to its changes below."""
    del files
    own = _own(page, config)
    state = config.extra.get(STATE)
    if own is None or state is None:
        return Markup(html)
    state["index"].add(own, page.url.removeprefix("./"), page.meta["title"], html)
    found = [item for item in state["problems"] if item.place.path == own.path]
    found += _refused(own, state, found)
    below = (changelist.current(state["drawing"], own), changelist.link(state["drawing"], own))
    after = "".join(tostring(item, encoding="unicode") for item in below if item is not None)
    _mark(page.toc)
    return Markup("".join(_box(item, state["reporter"]) for item in found) + html + after)


def _mark(contents: Iterable[Any]) -> None:
    """Titles in the table of contents are HTML already."""
    for item in contents:
        item.title = Markup(item.title)
        _mark(item.children)


def _refused(own: Page, state: dict[str, Any], known: list[Problem]) -> list[Problem]:
    """What may not be published of a page just rendered, and was not told before."""
    refused = state["drawing"].refused.get(own.uri, ())
    found = [item for item in refusals(own.text, refused) if item not in known] if own.text else []
    _tell(found, state["reporter"])
    state["problems"] += found
    return found


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Give a page its policy."""
    del page
    return output if os.environ.get(LIVE) else with_policy(output, config.extra[KNOWN_SCRIPTS])


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Give the page for wrong addresses its policy."""
    is_page = template_name.endswith(".html")
    return on_post_page(output_content, None, config) if is_page else output_content


def _box(item: Problem, reporter: Reporter) -> str:
    words = escape(f"{reporter.message(item)} {reporter.mend(item)}")
    place = escape(str(item.place))
    return f'<div class="problem" role="alert"><p class="problem-place">{place}</p><p>{words}</p></div>'


def on_post_build(config: Any) -> None:
    """Write what the search needs, then what a reader can save."""
    state = config.extra.get(STATE)
    if state is None:
        return
    site, folder = Path(config.site_dir), Path(config.theme.custom_dir)
    if os.environ.get(LIVE):
        KEPT.complete(state["index"])
    engine = assets.join_scripts(folder, config.extra.get("search", []))
    search_files.write(site, state["index"], engine)
    if os.environ.get(LIVE):
        gc.enable()
        if (site / offline.FOLDER).is_dir():  # what can be saved is made once for a preview
            return
    worker = assets.join_scripts(folder, config.extra.get("worker", []))
    versions = dict.fromkeys(state["versioned"], state["version"])
    offline.write(site, state["drawing"].book, worker, versions)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch the settings too."""
    del builder
    server.watch(str(_root(config) / "handbook.yml"))
    server.build_delay = 0.02  # a saved file is complete; waiting for more of them is the editor's time
    for emitter in getattr(server.observer, "emitters", ()):
        emitter._timeout = LOOK
    return server


def _root(config: Any) -> Path:
    """The folder of the book, which the commands tell; else where the site's settings stand."""
    return Path(os.environ.get("HANDBOOK_ROOT") or Path(config.config_file_path).parent)


def _own(page: Any, config: Any) -> Page | None:
    state = config.extra.get(STATE)
    return state["drawing"].book.pages.get(page.file.src_uri) if state else None
