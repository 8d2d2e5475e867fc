"""A mini-book for the tests of the press: a cover, contents and two modules with a form.

Not a test itself; the other test_press files print it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf

from handbook.press import Label, Metadata, Part, PrintJob, ReferenceWords, Report, Step, press

STYLE = """
@page { size: 120mm 160mm; margin: 15mm }
@page :left { @bottom-left { content: counter(page) } }
body { font-family: "DejaVu Sans"; font-size: 10pt; hyphens: none; text-align: justify }
h2 { break-before: page }
input, textarea { border: 1px solid; font-size: 10pt }
textarea { height: 14mm; width: 20mm }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden }
.toc a::after { content: leader('.') }
.toc { list-style: none; padding: 0; text-align: left }
"""

GRID = """
<table><caption>Kisi diagnosis</caption>
<thead>
<tr><th rowspan="3" scope="col" id="k1">Pertanyaan</th>
<th colspan="4" scope="colgroup" id="kd">Diagnosis</th></tr>
<tr><th rowspan="2" scope="col" id="k2">Akta</th><th rowspan="2" scope="col" id="k3">BPJS</th>
<th colspan="2" scope="colgroup" id="ki">Prasarana</th></tr>
<tr><th scope="col" id="k4">Rumah</th><th scope="col" id="k5">Jalan</th></tr>
</thead>
<tbody>{rows}</tbody></table>
"""

COLUMNS = ("akta", "bpjs", "rumah", "jalan")


def _row(key: str, title: str) -> str:
    """A row of the grid with a labelled text area in each cell."""
    cells = "".join(
        f'<td><label class="sr-only" for="ik-2-1.kisi.{key}.{c}">{title}, {c}</label>'
        f'<textarea id="ik-2-1.kisi.{key}.{c}" name="ik-2-1.kisi.{key}.{c}"></textarea></td>'
        for c in COLUMNS
    )
    return f'<tr><th scope="row" id="b-{key}">{title}</th>{cells}</tr>'


def page(body: str, title: str = "Bagian") -> str:
    """A whole HTML document."""
    return f'<!doctype html><html lang="id"><head><title>{title}</title></head><body>{body}</body></html>'


COVER = page("<h1>Buku mini</h1><p>Edisi 2026.1</p>")


def ref(target: str, words: str = "", kind: str = "page-ref") -> str:
    """A link to a target with its page reference."""
    link = f'<a href="handbook:{target}">{words}</a>' if words else ""
    return f'{link}<span class="{kind}" data-target="{target}"></span>'


CONTENTS = page(
    '<h1 id="isi">Daftar isi</h1><ul class="toc">'
    f"<li>{ref('modul-1', 'Modul satu', 'page-number')}</li>"
    f"<li>{ref('ik-2-1', 'Instrumen 2.1', 'page-number')}</li></ul>"
)

ONE = page(
    '<h1 id="modul-1">Modul satu</h1>'
    f'<p id="awal">Lihat {ref("ik-2-1", "IK 2.1")}, lalu {ref("akhir", "akhir modul")}, lalu '
    f"{ref('awal', 'paragraf ini')} sebelum menutup buku dan mulai bekerja bersama warga di kecamatan "
    "masing-masing, sebab hak mereka tidak menunggu.</p>"
    f"<p>Mati: {ref('tak-ada', 'IK 9.9')} dan "
    '<a href="https://example.org/a">situs <b>luar</b></a> dan <a href="../modul-02/">jalur</a>.</p>'
    '<h2 id="akhir">Akhir modul satu</h2><ul><li><p>Satu.</p><p>Dua.</p></li></ul>'
    '<dl class="facts"><div><dt>Waktu</dt><dd>25 menit</dd></div></dl>'
)

TWO = page(
    f'<h1 id="modul-2">Modul dua</h1><p>Kembali ke {ref("modul-1", "Modul 1")}.</p>'
    '<h2 id="ik-2-1">IK 2.1</h2><form id="ik-2-1-formulir">'
    '<p><label for="ik-2-1.nama">Nama</label> <input type="text" id="ik-2-1.nama" name="ik-2-1.nama"/></p>'
    '<p><label><input type="checkbox" name="ik-2-1.setuju" value="ya"/> Setuju</label></p>'
    '<p><label><input type="radio" name="ik-2-1.pilih" value="a"/> Pilihan A</label>'
    '<label><input type="radio" name="ik-2-1.pilih" value="b"/> Pilihan B</label></p>'
    + GRID.format(rows=_row("jumlah", "Jumlah warga") + _row("sebab", "Sebab"))
    + "<button>Kirim</button></form>"
)

PARTS = (
    Part("sampul", "Sampul", COVER, Label("", "")),
    Part("isi", "Daftar isi", CONTENTS, Label("r"), late=True),
    Part("modul-01", "Modul satu", ONE, Label("D", "1-")),
    Part("modul-02", "Modul 2: Dua", TWO, Label("D", "2-")),
)

WORDS = ReferenceWords(" (hlm. {label})", " (hlm. ini)")
METADATA = Metadata(
    title="Buku mini",
    subject="Contoh",
    edition="2026.1",
    created=datetime(2026, 11, 23, tzinfo=UTC),
)


def make(
    folder: Path,
    parts: tuple[Part, ...] = PARTS,
    workers: int = 1,
    progress: Callable[[Step, str], None] = lambda _step, _part: None,
    **options: Any,
) -> tuple[Path, Report]:
    """Print parts in a folder of their own; `src` in it is what may be read."""
    base, out = folder / "src", folder / "buku.pdf"
    base.mkdir(exist_ok=True)
    style = base / "style.css"
    style.write_text(STYLE)
    job = PrintJob(
        parts,
        out,
        METADATA,
        base=base,
        stylesheets=[style],
        strings=WORDS,
        workers=workers,
        progress=progress,
        **options,
    )
    return out, press(job)


def text_of(pdf: Path, *options: str) -> str:
    """The text that pdftotext reads."""
    run = subprocess.run(["pdftotext", *options, str(pdf), "-"], capture_output=True, check=True, text=True)
    return run.stdout


def elements(root: pikepdf.Object) -> list[pikepdf.Object]:
    """All structure elements below one, in reading order."""
    found = []
    kids = root.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found
