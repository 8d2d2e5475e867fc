"""Reads a whole book: every page in order, every register, every target, every reading problem."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handbook.book.book import REGISTERS, Book, ReadCache
from handbook.book.page import TESTS, Page, read_page
from handbook.book.page_targets import targets_of
from handbook.book.targets import Target
from handbook.content.module import Module
from handbook.problem import Kind, Place, Problem, problem, repeated
from handbook.settings import FILE, ModulePlan, read_settings
from handbook.source.authored import Authored
from handbook.source.files import read_text, usual_name
from handbook.source.validation import validate
from handbook.source.yamltext import YamlText, read_yaml


def read(
    root: Path, before: Book | None = None, known: ReadCache | None = None
) -> tuple[Book | None, list[Problem]]:
    """Read a book; no book at all when its settings cannot be read.

    With the book `before`, as it was a moment ago, what cannot be read now stays as it was. With what an
    earlier reading `known` made of them, files that have not changed cost next to nothing.
    """
    settings, source, problems = read_settings(root)
    if settings is None or source is None or source.root is None:
        return (replace(before, problems=problems), problems) if before else (None, problems)
    book = Book(root, settings, source.root, problems=problems, known=known or ReadCache())
    _check_plans(book)
    _read_listed(book, "depan", settings.front)
    _read_listed(book, "hanya_situs", settings.site_only)
    for plan in settings.modules:
        if not plan.planned:
            _read_module(book, plan)
    _read_listed(book, "lampiran", settings.back)
    _read_listed(book, "register", settings.registers)
    _read_listed(book, "tidak_dijilid", settings.unbound)
    _read_listed(book, "panduan", settings.guides)
    _read_registers(book)
    if before is not None:
        _fall_back(book, before)
    _enter_targets(book)
    return book, [*book.problems, *book.targets.problems]


def _read_listed(book: Book, key: str, names: list[str]) -> None:
    """Pages that handbook.yml names; a missing one is reported where it is named."""
    for index, name in enumerate(names):
        path = f"docs/{name}"
        if (book.root / path).exists():
            _read_into(book, path, None)
        else:
            place = book.settings_node.at([key, index]).place
            book.problems.append(problem(place, Kind.FILE_MISSING, kata=path))


def _check_plans(book: Book) -> None:
    node, s = book.settings_node, book.settings.strings
    numbers = (
        (s("modul.label", nomor=plan.number), node.at(["modul", index, "nomor"]).place)
        for index, plan in enumerate(book.settings.modules)
    )
    book.problems += repeated(numbers, Kind.NUMBER_REPEATED)


def _read_into(book: Book, path: str, module: int | None) -> Page | None:
    """Read a file and enter its page; tests are kept apart from all that participants see."""
    text, found = read_text(book.root, path)
    page = None
    if text is not None:
        page, more = book.known.get("page", path, (text, module), read_page, path, text, module)
        found = [*found, *more]
    book.problems += found
    if page is not None:
        (book.tests if page.is_test else book.pages)[page.uri] = page
    return page


def _read_module(book: Book, plan: ModulePlan) -> None:
    folder = f"docs/{plan.folder}"
    if not (book.root / folder).is_dir():
        book.problems.append(problem(Place(folder), Kind.FILE_MISSING, kata=folder))
        return
    page = _read_into(book, f"{folder}/index.md", plan.number)
    if page is None or not isinstance(page.value, Module):
        _read_loose(book, folder, plan.number)
        return
    _compare_plan(book, page, page.value, plan)
    for index, name in enumerate(page.value.order):
        _read_part(book, page, folder, name, index)
    for name in TESTS:
        path = f"{folder}/{name}{plan.number}.yml"
        if (book.root / path).exists():
            _read_into(book, path, plan.number)
    _find_unused(book, page, page.value, folder)


def _read_loose(book: Book, folder: str, number: int) -> None:
    """Read the pages of a module whose own sheet is unreadable, so that their problems show."""
    for file in sorted((book.root / folder).glob("*")):
        if file.suffix in (".md", ".yml") and file.name != "index.md":
            _read_into(book, f"{folder}/{file.name}", number)


def _read_part(book: Book, sheet: Page, folder: str, name: str, index: int) -> None:
    module = sheet.value
    if isinstance(module, Module) and name in module.order[:index]:
        first = sheet.place_of("urutan", module.order.index(name))
        place = sheet.place_of("urutan", index)
        book.problems.append(problem(place, Kind.ID_REPEATED, kata=name, pertama=first))
        return
    paths = (f"{folder}/{name}{end}" for end in (".md", ".yml"))
    if path := next((path for path in paths if (book.root / path).exists()), None):
        _read_into(book, path, sheet.module)
    else:
        place = sheet.place_of("urutan", index)
        book.problems.append(problem(place, Kind.FILE_MISSING, kata=f"{folder}/{name}"))


def _compare_plan(book: Book, page: Page, module: Module, plan: ModulePlan) -> None:
    source = f"{FILE} ({book.settings.strings('modul.label', nomor=plan.number)})"
    pairs: tuple[tuple[str, object, object], ...] = (
        ("nomor", module.number, plan.number),
        ("judul", module.title, plan.title),
        ("jp", module.lesson_hours, plan.lesson_hours),
    )
    for key, here, there in pairs:
        if here != there:
            words, place = f"{key}: {here}", page.place_of(key)
            book.problems.append(problem(place, Kind.NUMBER_FOREIGN, kata=words, harap=there, sumber=source))


def _find_unused(book: Book, page: Page, module: Module, folder: str) -> None:
    known = {"index", *module.order}
    for file in sorted((book.root / folder).glob("*")):
        is_part = file.suffix in (".md", ".yml") and not file.name.startswith(TESTS)
        if is_part and file.stem not in known:
            place = Place(f"{folder}/{file.name}")
            book.problems.append(
                problem(place, Kind.FILE_UNUSED, usual_name(file.name), kata=file.stem, sumber=page.path)
            )


def _read_registers(book: Book) -> None:
    for name, model in REGISTERS.items():
        path = f"docs/lampiran/{name}.yml"
        if not (book.root / path).exists():
            continue
        text, found = read_text(book.root, path)
        book.problems += found
        if text is None:
            continue
        source, value, more = book.known.get("register", path, text, _read_register, path, text, model)
        book.problems += more
        if value is not None and source.root is not None:
            book.registers[name] = (value, source.root, source)


def _read_register(
    path: str, text: str, model: type[Authored]
) -> tuple[YamlText, Authored | None, list[Problem]]:
    source = read_yaml(path, text)
    if source.root is None:
        return source, None, list(source.problems)
    value, problems = validate(model, source.root)
    return source, value, [*source.problems, *problems]


def _fall_back(book: Book, before: Book) -> None:
    """Keep pages and registers whose files have problems and could not be read."""
    broken = {item.place.path for item in book.problems}
    kept = {uri: page for uri, page in before.pages.items() if page.path in broken and uri not in book.pages}
    if kept:
        found = {**book.pages, **kept}
        in_order = [*(uri for uri in before.pages if uri in found), *book.pages]
        book.pages = {uri: found[uri] for uri in in_order}
    book.tests |= {
        uri: page for uri, page in before.tests.items() if page.path in broken and uri not in book.tests
    }
    for name, register in before.registers.items():
        if name not in book.registers and f"docs/lampiran/{name}.yml" in broken:
            book.registers[name] = register


def _enter_targets(book: Book) -> None:
    for page in book.pages.values():
        for target in book.known.get("targets", page.path, page, targets_of, page, book.settings.strings):
            book.targets.add(target)
    for name in book.registers:
        for target in _register_targets(book, name):
            book.targets.add(target)


def _register_targets(book: Book, name: str) -> Iterator[Target]:
    """Entries of a register; they stand on the page that lists them."""
    page = next((page for page in book.pages.values() if page.has_block("daftar", name)), None)
    if page is None:
        return
    entries: list[tuple[str, str, str]] = {
        "istilah": [(t.id, t.name, t.name) for t in book.terms],
        "peraturan": [(r.id, r.subject, r.short) for r in book.regulations],
        "kompetensi": [(c.id, c.name, c.code) for c in book.competencies.values()],
    }.get(name, [])
    for index, (id_, title, label) in enumerate(entries):
        yield Target(id_, name, "", title, label, page.uri, id_, book.place_in(name, name, index))
