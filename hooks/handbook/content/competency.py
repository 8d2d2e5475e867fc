"""A competency: an entry of the register that modules cite by code."""

from typing import Literal

from pydantic import Field

from handbook.html import NO_PAGE, Context, Element, e
from handbook.source.authored import Authored, ForAll, Text, Title, YesNo
from handbook.source.mdtext import slugify

Group = Literal["pemerintahan", "manajerial", "sosiokultural", "teknis"]


class Competency(Authored):
    """One entry of lampiran/kompetensi.yml."""

    code: ForAll[Text] = Field(alias="kode")
    name: ForAll[Title] = Field(alias="nama")
    group: ForAll[Group] = Field(alias="kelompok")
    without_code: ForAll[YesNo] = Field(alias="tanpa_kode", default=False)

    @property
    def id(self) -> str:
        """`kompetensi-o-841120-042-01`."""
        return f"kompetensi-{slugify(self.code.replace('.', '-'))}"


class Competencies(Authored):
    """The register of competencies."""

    entries: list[Competency] = Field(alias="kompetensi")


def to_html(
    entries: list[Competency], modules: list[int], used: set[tuple[str, int]], context: Context
) -> Element:
    """The register as a matrix: codes by group against modules; `used` holds pairs of code and module."""
    groups = [
        _group(name, [item for item in entries if item.group == name], modules, used, context)
        for name in dict.fromkeys(item.group for item in entries)
    ]
    return e("table", e("thead", *_head(modules, context)), *groups, class_="competency-matrix")


def _head(modules: list[int], context: Context) -> list[Element]:
    """Two rows: one word over all modules, then their numbers."""
    s = context.strings
    own = [e("th", s(f"kompetensi.{key}"), scope="col", rowspan="2") for key in ("kode", "nama")]
    above = e("th", s("kompetensi.dipakai"), scope="colgroup", colspan=str(len(modules)))
    numbers = (e("th", _module(number, context), scope="col") for number in modules)
    return [e("tr", *own, above), e("tr", *numbers)]


def _module(number: int, context: Context) -> Element:
    name = e("span", context.strings("kompetensi.modul"), " ", class_="sr-only")
    return context.link(f"modul-{number}", name, str(number), class_=NO_PAGE)


def _group(
    name: str, items: list[Competency], modules: list[int], used: set[tuple[str, int]], context: Context
) -> Element:
    words = context.strings(f"kompetensi.kelompok_{name}")
    title = e("th", words, scope="rowgroup", colspan=str(len(modules) + 2))
    rows = (_row(item, modules, used, context) for item in items)
    return e("tbody", e("tr", title, class_="group"), *rows)


def _row(item: Competency, modules: list[int], used: set[tuple[str, int]], context: Context) -> Element:
    code = context.strings("kompetensi.tanpa_kode") if item.without_code else item.code
    marks = (_mark(number, (item.code, number) in used, context) for number in modules)
    return e("tr", e("td", code, class_="code"), e("th", item.name, scope="row"), *marks, id=item.id)


def _mark(number: int, is_used: bool, context: Context) -> Element:
    """A word that is heard and copied as well as seen; phones show the module's number beside it."""
    word = e("span", context.strings("kompetensi.ya")) if is_used else None
    return e("td", word, class_="covers covers-yes" if is_used else "covers", data_head=str(number))
