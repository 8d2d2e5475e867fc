"""Pictures of what an editor's commands say, and of a copy that goes to reviewers, on a copy of the book."""

from __future__ import annotations

import html
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser

from tests.authoring.review.reviewer import Desk, text_of
from tests.conftest import PROJECT
from tests.sources import copy_texts

LINES, COLUMNS = 22, 104
"""A picture has at most so many lines of a command; longer ones are cut."""
WINDOW = (
    '<pre style="display:inline-block;margin:0;padding:14px 16px;border:1px solid #767b85;border-radius:6px;'
    "font:13px/1.5 'DejaVu Sans Mono',monospace\">{text}</pre>"
)
READING = "docs/modul-02/bacaan-2-1.md"


def tasks(browser: Browser, folder: Path) -> dict[str, Image.Image]:
    """The pictures by their names."""
    root = copy_texts(PROJECT, folder / "buku")
    module = ("modul-02", "--name", "Nama Contoh", "--office", "Jabatan Contoh", "--date", "2026-12-01")
    said(root, "approve", *module)
    copy = reviewed(root, folder / "modul-02.docx")
    shown = {
        "pengesahan": ("approve",),
        "telaah-impor": ("review", "import", str(copy)),
        "pindah": ("move", "ik-2-1", "ik-2-2"),
    }
    found = {name: window(browser, call, said(root, *call)) for name, call in shown.items()}
    reading = root / READING
    text = reading.read_text(encoding="utf-8")
    reading.write_text(
        text.replace("IK 2.1", "ik 2.1", 1).replace("UU 23/2014", "uu 23/2014", 1), encoding="utf-8"
    )
    call = ("check", "--fix")
    return {**found, "perbaiki": window(browser, call, said(root, *call)), "telaah-naskah": page_of(copy)}


def said(root: Path, command: str, *arguments: str) -> str:
    """All that a command says."""
    words = [sys.executable, "-m", "handbook.commands", command, "--root", str(root), *arguments]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=PROJECT)
    return (done.stdout + done.stderr).replace(f"{root}/", "").replace(f"{root.parent}/", "")


def window(browser: Browser, call: tuple[str, ...], text: str) -> Image.Image:
    """A call and its answer as a terminal shows them."""
    shown = [f"$ ./scripts/{' '.join(Path(word).name for word in call)}", *text.splitlines()]
    lines = [line if len(line) <= COLUMNS else f"{line[: COLUMNS - 1]}…" for line in shown]
    lines = [*lines[:LINES], "…"] if len(lines) > LINES else lines
    page = browser.new_page(viewport={"width": 960, "height": 200}, device_scale_factor=1)
    page.set_content(WINDOW.format(text=html.escape("\n".join(lines))))
    image = Image.open(BytesIO(page.locator("pre").screenshot()))
    page.close()
    return image


def reviewed(root: Path, path: Path) -> Path:
    """A module as it comes back: a changed word and a comment."""
    said(root, "review", "export", "modul-02", "--out", str(path))
    desk = Desk(path)
    paragraph = next(item for item in desk.paragraphs() if len(text_of(item)) > 150)
    words = text_of(paragraph).split(" ")
    start = len(" ".join(words[:4])) + 1
    desk.replace(paragraph, start, start + len(words[4]), f"{words[4]} warga", "Ani")
    desk.comment(paragraph, 0, len(words[0]), "Budi", "Apakah sumbernya sudah diperiksa?")
    desk.save(path)
    return path


def page_of(path: Path) -> Image.Image:
    """The upper part of the second page of a document, as LibreOffice shows it."""
    folder = path.parent / "gambar"
    profile = f"-env:UserInstallation=file://{path.parent / 'profil'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    image: Image.Image = pypdfium2.PdfDocument(folder / f"{path.stem}.pdf")[1].render(scale=1.4).to_pil()
    return image.crop((0, 0, image.width, int(image.height * 0.6)))
