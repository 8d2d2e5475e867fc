"""New parts of a book: files from skeletons, and the few lines of others that must know of them.

Every function gives the paths it wrote; nothing is written over. What the author got wrong is a
`RefusedError` with its key in the texts under `baru`.
"""

import re
from pathlib import Path
from string import Template

from handbook.book import Book, Page
from handbook.content.module import Module
from handbook.content.stage import Stage, stage_id
from handbook.problem import RefusedError
from handbook.settings import FILE
from handbook.source.yamltext import Node

SKELETONS = Path(__file__).parent / "skeletons"
CLOSING = ("kuis", "rangkuman")
"""Kinds of pages that follow the stages in the order of a module."""


def module(book: Book, number: int, title: str, lesson_hours: int) -> list[str]:
    """A draft with one stage and a summary; handbook.yml lists it or has it no more as planned."""
    plan = book.settings.plan(number)
    if not 1 <= number <= 99:
        raise RefusedError("nomor", nomor=number)
    if plan and not plan.planned:
        raise RefusedError("ada", nama=f"docs/{plan.folder}")
    title, lesson_hours = (plan.title, plan.lesson_hours) if plan else (title, lesson_hours)
    folder = f"docs/modul-{number:02d}"
    minutes = lesson_hours * book.settings.minutes_per_lesson_hour
    name = book.settings.strings("baru.tahap", nomor=1)
    made = [
        _write(book, f"{folder}/index.md", "index.md", nomor=number, judul=title, jp=lesson_hours),
        _write(book, f"{folder}/tahap-1.md", "tahap.md", nomor=1, modul=number, judul=name, menit=minutes),
        _write(book, f"{folder}/rangkuman.md", "rangkuman.md"),
    ]
    _list(book, number, title, lesson_hours)
    return [*made, FILE]


def _list(book: Book, number: int, title: str, lesson_hours: int) -> None:
    """Enter a module in handbook.yml, or make a planned one a draft."""
    path = book.root / FILE
    text = path.read_text(encoding="utf-8")
    index = next((i for i, plan in enumerate(book.settings.modules) if plan.number == number), None)
    if index is not None:
        node = book.settings_node.at(["modul", index, "status"])
        text = text[: node.start] + "draf" + text[node.end :]
    else:
        last = book.settings_node.at(["modul", len(book.settings.modules) - 1])
        line = f"  - {{nomor: {number}, jp: {lesson_hours}, status: draf, judul: {quoted(title)}}}\n"
        end = text.find("\n", last.end - 1) + 1
        text = text[:end] + line + text[end:]
    path.write_text(text, encoding="utf-8")


def stage(book: Book, number: int, title: str, minutes: int) -> list[str]:
    """The next stage of a module; its minutes are taken from the longest stage."""
    sheet = _sheet(book, number)
    stages = book.stages(number)
    longest = max(
        (item for item in stages if not item.parts), key=lambda item: item.minutes or 0, default=None
    )
    if longest is None or (longest.minutes or 0) <= minutes:
        raise RefusedError("menit", menit=minutes)
    new = max(item.number for item in stages) + 1
    giver = book.page_with(stage_id(number, longest.number))
    assert giver is not None
    path = f"docs/modul-{number:02d}/tahap-{new}.md"
    words = {"nomor": new, "modul": number, "judul": title, "menit": minutes}
    made = _write(book, path, "tahap.md", **words)
    _front(book, giver, giver.node.at(["menit"]), str((longest.minutes or 0) - minutes))
    _enter(book, sheet, f"tahap-{new}", before=_closing(sheet))
    return [made, giver.path, sheet.path]


def instrument(
    book: Book, number: str, title: str, stage_number: int, module_number: int | None = None
) -> list[str]:
    """A form that a stage of its module shows; one with a letter does not say which module that is."""
    own = module_number or int(number.split(".")[0] if "." in number else 0)
    sheet, there = _sheet(book, own), _stage(book, own, stage_number)
    id_ = f"ik-{number.replace('.', '-').lower()}"
    path = f"docs/modul-{own:02d}/{id_}.yml"
    made = _write(book, path, "instrumen.yml", nomor=number, judul=title, tahap=stage_number)
    _show(book, there, "instrumen", id_, book.settings.strings("instrumen.pendek", nomor=number))
    order = _order(sheet)
    after = order.index(f"tahap-{stage_number}") + 1
    while order[after : after + 1] and order[after].startswith("ik-"):
        after += 1
    _enter(book, sheet, id_, before=order[after] if after < len(order) else None)
    return [made, there.path, sheet.path]


def quiz(book: Book, number: int, title: str) -> list[str]:
    """A self-check with a question for each indicator; the last stage shows it."""
    sheet = _sheet(book, number)
    last = _stage(book, number, max(item.number for item in book.stages(number)))
    indicators = sheet.value.indicators if isinstance(sheet.value, Module) else []
    path = f"docs/modul-{number:02d}/kuis-{number}.yml"
    made = _write(book, path, "kuis.yml", judul=title)
    with (book.root / path).open("a", encoding="utf-8") as file:
        for place, item in enumerate(indicators, 1):
            file.write(_filled(book, "soal.yml", urut=place, indikator=item.number, bagian=last.id))
    _show(book, last, "kuis", f"kuis-{number}", book.settings.strings("kuis.pendek", nomor=number))
    _enter(book, sheet, f"kuis-{number}", before="rangkuman")
    return [made, last.path, sheet.path]


def _sheet(book: Book, number: int) -> Page:
    found = book.page_with(f"modul-{number}")
    if found is None:
        raise RefusedError("tak_ada", nama=book.settings.strings("modul.label", nomor=number))
    return found


def _stage(book: Book, module_number: int, number: int) -> Page:
    found = book.page_with(stage_id(module_number, number))
    if found is None or not isinstance(found.value, Stage):
        raise RefusedError("tak_ada", nama=book.settings.strings("tahap.pendek", nomor=number))
    return found


def _order(sheet: Page) -> list[str]:
    return sheet.value.order if isinstance(sheet.value, Module) else []


def _closing(sheet: Page) -> str | None:
    """The first part after the stages, None when the order ends with a stage."""
    return next((name for name in _order(sheet) if name.split("-")[0] in CLOSING), None)


def _filled(book: Book, skeleton: str, **words: object) -> str:
    text = (SKELETONS / book.settings.book.language / skeleton).read_text(encoding="utf-8")
    title = {"judul": quoted(str(words["judul"]))} if "judul" in words else {}
    return Template(text).substitute(words, **title)


def quoted(text: str) -> str:
    """A title as YAML takes it: quoted where a sign in it means something there."""
    if re.search(r"[:#\[\]{},&*!|>'\"%@`]|^[-? ]", text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def _write(book: Book, path: str, skeleton: str, **words: object) -> str:
    """Write a new file from a skeleton."""
    file = book.root / path
    if file.exists():
        raise RefusedError("ada", nama=path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_filled(book, skeleton, **words), encoding="utf-8")
    return path


def _front(book: Book, page: Page, node: Node, new: str, *, insert: bool = False) -> None:
    """Replace a value of a page's front matter, or put words before it."""
    file = book.root / page.path
    text = file.read_text(encoding="utf-8")
    start = text.index(page.yaml.text) + node.start
    end = start if insert else start + node.end - node.start
    file.write_text(text[:start] + new + text[end:], encoding="utf-8")


def _enter(book: Book, sheet: Page, name: str, *, before: str | None) -> None:
    """Enter a part in the order of its module."""
    order = _order(sheet)
    index = order.index(before) if before in order else len(order) - 1
    node = sheet.node.at(["urutan", index])
    line = sheet.yaml.text[: node.start].rpartition("\n")[2]
    joint = f"\n{line}" if line.strip() == "-" else ", "
    if before in order:
        _front(book, sheet, node, f"{name}{joint}", insert=True)
    else:
        _front(book, sheet, node, f"{order[index]}{joint}{name}")


def _show(book: Book, page: Page, block: str, id_: str, label: str) -> None:
    """Show a form or a quiz at the end of a stage, and name it among the materials."""
    with (book.root / page.path).open("a", encoding="utf-8") as file:
        file.write(f"\n/// {block} | {id_}\n///\n")
    materials = page.node.at(["bahan"])
    if block == "instrumen" and isinstance(materials.value, list):
        if materials.value:
            _front(book, page, materials.value[0], f"{label}, ", insert=True)
        else:
            _front(book, page, materials, f"[{label}]")
