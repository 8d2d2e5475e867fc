"""The hook of MkDocs and ProperDocs: it connects the host's events with the engine.

It imports neither host: all it needs comes with the events. What a build knows is made anew in `on_config`
and travels in `config.extra`: the book that was read, and the site unless no book could be read.
"""

import gc
import logging
import os
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from handbook import checks
from handbook.book import Book, Page
from handbook.book.report import Reporter
from handbook.checks.rendered import refusals
from handbook.course.plans import shown_plans
from handbook.memory.keys import contents_of
from handbook.problem import Problem
from handbook.products import PRODUCTS
from handbook.products.making import downloads, printed
from handbook.release.webroot import NEWEST
from handbook.render.blocks import FORMS_URI
from handbook.render.courses import ShownCourse
from handbook.settings import FILE
from handbook.site import assets, csp, host, offline, output, preview
from handbook.site.building import SiteBuild
from handbook.site.freshness import KEPT, Complaints, KeptPages
from handbook.site.navigation import navigation, window_title
from handbook.site.on_demand import take_over
from handbook.site.pruning import prune
from handbook.site.search import files as search_files
from handbook.site.templates import lean
from handbook.source.dialect import PLACEHOLDER
from handbook.source.files import APPROVALS, PLANS
from handbook.strings import DEFAULT_LANGUAGE, load

SITE, HANDED, THEME_SCRIPTS = "handbook", "handbook_handed", "handbook_scripts"
"""The names below `config.extra`."""
SCRIPTS = "partials/javascripts/"
"""The templates of the theme with inline scripts."""
COMPLAINTS = Complaints()


def on_startup(command: str, **_: Any) -> None:
    """Note what the host is about to do."""
    KEPT.is_live = command == "serve"
    # The host warns of its own way to leave pages alone; ours knows them.
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty'" not in str(record.msg))
    logging.getLogger("mkdocs").addHandler(COMPLAINTS)


def on_config(config: Any) -> Any:
    """Take the book that a build hands over, else read and check it; tell the host about it."""
    COMPLAINTS.any = False  # those of an earlier build are told and mended, or told again
    if KEPT.is_live:
        gc.disable()  # an editor waits; what piles up during one build is cleared after it
    root = _root(config)
    config.theme.get_env = lean(config.theme.get_env)
    handed = host.handed or host.Handed(checks.open_book(root, before=KEPT.book, known=KEPT.known), root)
    config.extra[HANDED], checked = handed, handed.checked
    preview.tell(checked.problems, checked.reporter)
    if checked.book is None:
        config.theme.static_templates.clear()
    else:
        _introduce(config, checked.book, handed)
    return config


def _introduce(config: Any, book: Book, handed: host.Handed) -> None:
    """Begin the site; give the host the menu and the names, its theme the language, Markdown the renderer."""
    KEPT.book, KEPT.known = (book, book.known) if KEPT.is_live else (None, None)
    courses, wrong = _courses(book)
    preview.tell(wrong, handed.checked.reporter)
    site = SiteBuild.of(book, handed, downloads(PRODUCTS, book, handed.folder).keys(), courses)
    site.problems += wrong
    own = book.settings.book
    config.extra[SITE] = site
    if handed.is_edition:
        config.extra["version"] = {"provider": "mike", "default": NEWEST}
    config.mdx_configs.setdefault("handbook.markdown.extension", {})["renderer"] = site.renderer
    config.nav = navigation(book)
    config.site_name = own.short_title
    front = book.pages.get("index.md")
    config.site_description = getattr(front.value, "summary", "") if front else ""
    config.site_url = own.address or config.site_url
    config.theme["language"] = own.language
    output.name_schemes(config.theme.get("palette") or (), book)


def _courses(book: Book) -> tuple[dict[str, ShownCourse], list[Problem]]:
    """The courses that pages show, and what is wrong in their plans."""
    if not shown_plans(book):
        return {}, []
    from handbook.course.posted import posted  # packs cost a moment: only for a book that shows a plan

    return posted(book)


def on_files(files: Any, config: Any) -> Any:
    """Leave what the book names; add what is made from data, and the joined style and scripts."""
    if output.maker(files) is None:
        return files
    if (site := _site(config)) is None:
        if KEPT.is_live:
            told = config.extra[HANDED].checked
            output.only(files, config, "index.html", preview.waiting(told.problems, told.reporter))
        return files
    output.choose(files, site.renderer, Path(config.docs_dir))
    output.add_pages(files, config, site.renderer)
    site.version, site.versioned = output.add_assets(files, config, site.renderer)
    theme = [dict(config.theme), sorted(contents_of(Path(config.theme.custom_dir)).values())]
    facts = (site.version, theme, config.extra.get("version"), KEPT.is_live)
    site.kept = KeptPages(site.renderer, site.problems, *facts)
    site.problems += site.kept.mark(files, site.index, KEPT)
    late = output.add_forms(files, config, site.renderer, wanted=KEPT.wants(FORMS_URI))
    if KEPT.is_live:
        old = output.follow(files, KEPT, Path(config.site_dir))
        KEPT.waiting = site.kept.waiting | late | old
    return files


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Name the pages that the host does not read: others lead to them by their titles."""
    site = _site(config)
    for page in nav.pages:
        own = _own(page, config)
        if site and own and page.title is None:
            page.title = window_title(own, site.book)
    return nav


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The text that was read and checked: the host reads no source of the book itself."""
    own = _own(page, config)
    return own.text.body if own else None


def on_env(env: Any, config: Any, **_: Any) -> Any:
    """Give templates the book's settings and texts."""
    site = _site(config)
    if site:
        paper = assets.colours(Path(config.theme.custom_dir), "paper")
        env.globals["handbook"] = {**site.for_templates(live=KEPT.is_live), "paper": paper}
    env.autoescape = True  # whatever stands in a title is text
    env.bytecode_cache = KEPT.templates if KEPT.is_live else None
    names = {file.name for folder in config.theme.dirs for file in Path(folder, SCRIPTS).glob("*.html")}
    sources = (env.loader.get_source(env, SCRIPTS + name)[0] for name in sorted(names))
    config.extra[THEME_SCRIPTS] = csp.scripts_of(sources)
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Tell templates and search what a page is about."""
    site, own = _site(config), _own(page, config)
    if site and own:
        page.meta |= site.describe(own, page.url.removeprefix("./"))
    return markdown if markdown.strip() or not own else PLACEHOLDER


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Enter the page into the search; show its problems above it, the way to its changes below."""
    site, own = _site(config), _own(page, config)
    if site is None or own is None:
        return Markup(html)
    site.index.add(own, page.url.removeprefix("./"), page.meta["title"], html)
    output.mark_titles(page.toc)
    refused = refusals(own.text, site.renderer.refused.get(own.uri, ()))
    return Markup(site.around(own, html, refused))


def on_post_page(output: str, page: Any, config: Any, **_: Any) -> str:
    """Give a page its policy, and keep it."""
    site, own, done = _site(config), _own(page, config), _with_policy(output, config)
    if site and site.kept and own:
        site.kept.drawn(own.uri, done)
    return done


def _with_policy(output: str, config: Any) -> str:
    return output if KEPT.is_live else csp.with_policy(output, config.extra[THEME_SCRIPTS])


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Give the page for wrong addresses its policy."""
    is_page = template_name.endswith(".html")
    return _with_policy(output_content, config) if is_page else output_content


def on_post_build(config: Any) -> None:
    """Write what the search needs; pack and complete the site."""
    site, out, folder = _site(config), Path(config.site_dir), Path(config.theme.custom_dir)
    if KEPT.is_live:
        told = site or config.extra[HANDED].checked
        _show(config, preview.banner(told.problems, told.reporter))
        gc.enable()
    if site is None:
        return
    site.remember(KEPT, is_sound=not COMPLAINTS.any)
    scripts = assets.scripts(folder)
    if KEPT.wanted is None:
        search_files.write(out, site.index, scripts["search"])
    if not KEPT.is_live:
        prune(out, site.book.store)
    config.extra[HANDED].pack(out, partial(_complete, site, out, config.extra[HANDED], scripts["worker"]))


def _complete(site: SiteBuild, out: Path, handed: host.Handed, worker: str) -> None:
    """Tell of the print when it stands, then write what a reader can save."""
    handed.wait_for_print()
    printed(PRODUCTS, site.book, handed.folder).fill(out)
    if not (KEPT.is_live and (out / offline.FOLDER).is_dir()):  # made once for a preview
        offline.write(out, site.book, worker, dict.fromkeys(site.versioned, site.version))


def _show(config: Any, said: dict[str, object]) -> None:
    """Put a banner on all pages of the preview."""
    script = assets.scripts(Path(config.theme.custom_dir))["preview"]
    preview.write(Path(config.site_dir), said, script)


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch settings and plans too; let no mistake keep the server from answering."""
    for place in (_root(config) / name for name in (FILE, APPROVALS, PLANS)):
        if place.exists():
            server.watch(str(place))
    server.builder = preview.never_failing(
        server.builder, lambda error: _show(config, preview.failure(error, Reporter(load(DEFAULT_LANGUAGE))))
    )
    take_over(server, KEPT)
    return server


def _root(config: Any) -> Path:
    """The folder of the book, which the commands tell; else where the site's settings stand."""
    return Path(os.environ.get(host.ROOT) or Path(config.config_file_path).parent)


def _site(config: Any) -> SiteBuild | None:
    """The site that is being built, none as long as no book can be read."""
    site: SiteBuild | None = config.extra.get(SITE)
    return site


def _own(page: Any, config: Any) -> Page | None:
    site = _site(config)
    return site.book.pages.get(page.file.src_uri) if site else None
