"""HTML of the changes: for the site, and as a printed sheet for approval and copying."""

from collections.abc import Callable, Iterable, Sequence

from handbook.archive.changes.compare import Change, PageChanges
from handbook.archive.changes.words import Run, runs
from handbook.archive.fingerprints import Fate, PrintedUnit, fate
from handbook.html import Element, Piece, e
from handbook.strings import Strings

Href = Callable[[PageChanges], str | None]
Pair = tuple[PrintedUnit | None, PrintedUnit | None]


def details(found: Sequence[PageChanges], modules: Callable[[int], str], href: Href, s: Strings) -> Element:
    """All public changes by module and page, old and new side by side; each page has an anchor."""
    shown = [item for item in found if item.public]
    numbers = sorted({item.page.module for item in shown}, key=lambda number: (number == 0, number))
    groups = [
        e(
            "section",
            e("h3", modules(number), id=f"perubahan-modul-{number}"),
            *(_page(item, href, s) for item in shown if item.page.module == number),
        )
        for number in numbers
    ]
    return e("div", *groups, class_="changes-list") if groups else e("p", s("perubahan.tak_ada"))


def anchor(path: str) -> str:
    """The HTML id of the changes of a page."""
    return "perubahan-" + path.rpartition(".")[0].replace("/", "-")


def _page(item: PageChanges, href: Href, s: Strings) -> Element:
    address = href(item)
    name = page_name(item, s)
    title = e("a", name, href=address) if address else e("span", name)
    id_ = anchor(item.page.path)
    state = s("perubahan.halaman_baru") if item.old is None else s("perubahan.halaman_hilang")
    if item.old is None or item.new is None:
        return e("section", e("h4", title, id=id_), e("p", state), class_="page-changes")
    rows = (_row(change, s) for change in item.public)
    table = e("table", _head(s, "apa", "dahulu", "kini"), e("tbody", *rows), class_="wording")
    return e("section", e("h4", title, id=id_), table, class_="page-changes")


def page_name(item: PageChanges, s: Strings) -> str:
    """`IK 2.1: Diagnosis …`, or the title alone."""
    page = item.page
    if page.number and s.has(f"{page.kind}.pendek"):
        label = s(f"{page.kind}.pendek", nomor=page.number)
        return f"{label}: {page.title}" if page.title else label
    return page.title or page.path


def _head(s: Strings, *keys: str) -> Element:
    return e("thead", e("tr", *(e("th", s(f"perubahan.{key}"), scope="col") for key in keys)))


def _row(change: Change, s: Strings) -> Element:
    before, after = runs(change.old, change.new)
    kind = "tambah" if not change.old else "hapus" if not change.new else "ubah"
    what: list[Piece] = [s(f"perubahan.{kind}")]
    if change.key:
        what += [e("br"), e("small", _readable(change.key))]
    names = {"data_name": s("perubahan.dahulu")}, {"data_name": s("perubahan.kini")}
    old, new = e("td", _marked(before, "del"), **names[0]), e("td", _marked(after, "ins"), **names[1])
    return e("tr", e("td", *what), old, new)


def _readable(key: str) -> str:
    """A path of keys for readers: `bagian › kisi › baris › I › judul`."""
    return " › ".join(step.partition("=")[2] or step.replace("_", " ") for step in _steps(key))


def _steps(key: str) -> list[str]:
    """The keys of a dotted path; a dot inside a number does not separate."""
    steps: list[str] = []
    for step in key.split("."):
        if steps and step.isdecimal() and "=" in steps[-1]:
            steps[-1] += f".{step}"
        else:
            steps.append(step)
    return steps


def _marked(found: Iterable[Run], tag: str) -> list[Piece]:
    return [run.text if run.shared else e(tag, run.text) for run in found]


def reprint(pairs: Sequence[Pair], s: Strings, *, everything: bool = True) -> Element:
    """Each form and module with the fate of its copies; without `everything`, only those that changed."""
    rows = [(old, new, fate(old, new)) for old, new in pairs]
    shown = [row for row in rows if everything or row[2] is not Fate.SAME]
    if not shown:
        return e("p", s("perubahan.cetak_tetap"))
    units = (_unit(old, new, state, s) for old, new, state in shown)
    return e("table", _head(s, "lembar", "halaman", "salin"), e("tbody", *units), class_="reprint")


def _unit(old: PrintedUnit | None, new: PrintedUnit | None, state: Fate, s: Strings) -> Element:
    unit = new or old
    assert unit is not None
    title = unit.title if unit.title.startswith(unit.label) else f"{unit.label}: {unit.title}"
    pages = f"{unit.pages[0]} – {unit.pages[-1]}" if len(unit.pages) > 1 else "".join(unit.pages)
    words = s(f"perubahan.nasib.{state}")
    return e("tr", e("td", title), e("td", pages), e("td", words), data_fate=str(state))


def sheet(
    found: Sequence[PageChanges],
    pairs: Sequence[Pair],
    names: tuple[str, str],
    book_title: str,
    modules: Callable[[int], str],
    s: Strings,
) -> Element:
    """The sheet for the office: forms to copy again, changes, room for the signature of approval."""
    old, new = names
    return e(
        "article",
        e("p", book_title, class_="sheet-book"),
        e("h1", s("perubahan.lembar_judul", lama=old, baru=new)),
        e("h2", s("perubahan.daftar_salin")),
        e("p", s("perubahan.daftar_salin_arti")),
        reprint(pairs, s, everything=False),
        _approval(s),
        e("h2", s("perubahan.rincian")),
        details(found, modules, lambda _: None, s),
        class_="page change-sheet",
        data_head=s("perubahan.lembar"),
        data_mark=f" · {old} – {new}",
    )


def _approval(s: Strings) -> Element:
    lines = [e("tr", e("th", words, scope="row"), e("td")) for words in s.tree("perubahan.pengesahan")]
    return e("section", e("h2", s("perubahan.disahkan")), e("table", e("tbody", *lines)), class_="approval")
