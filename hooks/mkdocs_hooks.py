"""The door from MkDocs and ProperDocs to the engine.

It imports neither host: all it needs comes with the events. The state of a build
is made anew in `on_config` and travels in `config.extra`.
"""

from __future__ import annotations

import gc
import logging
import os
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from handbook import checks
from handbook.archive.archive import read_sheets
from handbook.book.book import Book
from handbook.book.page import Page
from handbook.checks.rendered import refusals
from handbook.html import Audience, Medium, Paper
from handbook.markdown.processors import PLACEHOLDER
from handbook.problem import Problem
from handbook.release.webroot import NEWEST
from handbook.render.downloads import found
from handbook.render.lists import changes
from handbook.render.renderer import Drawing
from handbook.report import Reporter
from handbook.site import assets, offline, output, preview
from handbook.site.csp import scripts_of as scripts_in
from handbook.site.csp import with_policy
from handbook.site.freshness import KEPT, stamps
from handbook.site.navigation import description, meta, navigation, scripts_of, window_title
from handbook.site.proposals import proposal
from handbook.site.pruning import prune
from handbook.site.search import Index
from handbook.site.search import files as search_files
from handbook.strings import DEFAULT_LANGUAGE, load

log = logging.getLogger("mkdocs.hooks.handbook")
STATE = "handbook"
UNREAD = "handbook_unread"
"""The problems of a book that cannot be read at all, and who tells them."""
KNOWN_SCRIPTS = "handbook_scripts"
SCRIPTS = "partials/javascripts/"
"""Where the theme keeps its inline scripts."""
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
    book, problems = checks.run(root, before=KEPT.book)
    reporter = Reporter(
        book.settings.strings if book else load(DEFAULT_LANGUAGE), book.settings.severities if book else None
    )
    preview.tell(problems, reporter)
    if book is None:
        config.extra[UNREAD] = (problems, reporter)
        config.theme.static_templates.clear()
        return config
    KEPT.book = book if os.environ.get(LIVE) else None
    dist = Path(os.environ.get("HANDBOOK_DIST") or root / "dist")
    printed = found(book, dist)
    paper = Paper(os.environ.get("HANDBOOK_PAPER") or book.settings.book.paper)
    drawing = Drawing(book, Audience.PARTICIPANT, Medium.SITE, printed, paper, read_sheets(dist))
    state = {"drawing": drawing, "problems": problems, "reporter": reporter, "index": Index(book)}
    config.extra[STATE] = state
    config.mdx_configs.setdefault("handbook.markdown.extension", {})["drawing"] = drawing
    _speak(config, book)
    config.nav = navigation(book)
    config.site_name = book.settings.book.short_title
    front = book.pages.get("index.md")
    config.site_description = getattr(front.value, "summary", "") if front else ""
    if os.environ.get("HANDBOOK_EDITIONS"):
        config.extra["version"] = {"provider": "mike", "default": NEWEST}
    config.site_url = book.settings.book.address or config.site_url
    return config


def _speak(config: Any, book: Book) -> None:
    """Let the theme speak the language of the book."""
    config.theme["language"] = book.settings.book.language
    names = book.settings.strings.tree("situs.tampilan")
    for scheme, name in zip(config.theme.get("palette") or (), names, strict=False):
        scheme["toggle"] = {**scheme["toggle"], "name": name}


def on_files(files: Any, config: Any) -> Any:
    """Leave what the book names; add what is made from data, and the joined style and scripts."""
    state = config.extra.get(STATE)
    if output.maker(files) is None:
        return files
    if state is None:
        if os.environ.get(LIVE):
            output.only(files, config, "index.html", preview.waiting(*config.extra[UNREAD]))
        return files
    drawing: Drawing = state["drawing"]
    output.choose(files, drawing, Path(config.docs_dir))
    output.add_pages(files, config, drawing)
    version, names = output.add_assets(files, config, drawing)
    config.extra[STATE] |= {"version": version, "versioned": names}
    if os.environ.get(LIVE):
        KEPT.mark(files, stamps(drawing.book, state["problems"], version))
    return files


def on_page_read_source(page: Any, config: Any) -> str | None:
    """What was read and checked is what is shown: the host reads no source of the book itself."""
    own = _own(page, config)
    return own.text.body if own and own.text else None


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Give templates the book's settings and texts."""
    del files
    state = config.extra.get(STATE)
    if state:
        book = state["drawing"].book
        own = {"version": state["version"], "proposal": proposal(book, None)}
        own |= {"problems": preview.SCRIPT if os.environ.get(LIVE) else ""}
        own |= {"paper": assets.colours(Path(config.theme.custom_dir), "paper")}
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
            "kind": own.kind.css,
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
    below = (changes.current(state["drawing"], own), changes.link(state["drawing"], own))
    after = "".join(tostring(item, encoding="unicode") for item in below if item is not None)
    output.mark_titles(page.toc)
    return Markup("".join(preview.box(item, state["reporter"]) for item in found) + html + after)


def _refused(own: Page, state: dict[str, Any], known: list[Problem]) -> list[Problem]:
    """What may not be published of a page just rendered, and was not told before."""
    refused = state["drawing"].refused.get(own.uri, ())
    found = [item for item in refusals(own.text, refused) if item not in known] if own.text else []
    preview.tell(found, state["reporter"])
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


def on_post_build(config: Any) -> None:
    """Write what the search needs, then what a reader can save."""
    state, is_live = config.extra.get(STATE), bool(os.environ.get(LIVE))
    site, folder = Path(config.site_dir), Path(config.theme.custom_dir)
    if is_live:
        problems, reporter = (state["problems"], state["reporter"]) if state else config.extra[UNREAD]
        _show(config, preview.banner(problems, reporter))
        gc.enable()
    if state is None:
        return
    if is_live:
        KEPT.complete(state["index"])
    scripts = assets.scripts(folder)
    search_files.write(site, state["index"], scripts["search"])
    if is_live and (site / offline.FOLDER).is_dir():  # what can be saved is made once for a preview
        return
    if not is_live:
        prune(site)
    versions = dict.fromkeys(state["versioned"], state["version"])
    offline.write(site, state["drawing"].book, scripts["worker"], versions)


def _show(config: Any, said: dict[str, object]) -> None:
    """Put a banner on all pages of the preview."""
    script = assets.scripts(Path(config.theme.custom_dir))["preview"]
    preview.write(Path(config.site_dir), said, script)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch the settings too; let no mistake keep the server from answering."""
    del builder
    server.watch(str(_root(config) / "handbook.yml"))
    reporter = Reporter(load(DEFAULT_LANGUAGE))
    server.builder = preview.careful(
        server.builder, lambda error: _show(config, preview.failure(error, reporter))
    )
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
