"""An inspection that keeps what it read before hides nothing: a file is judged as if it were read anew."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Any

import pikepdf
import pypdfium2
import pytest

from handbook.memory.store import Store
from handbook.products.inspection.leaks import leaks
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import Secret, squeezed
from tests.products.planting import MODES, PLACES, SAVED, Change, in_resources_of_a_group, write_book

SILENT = {"edge", "in_another_order", "outside_the_page"}
"""Changes that bring no words to light by themselves."""


def sentences(chance: Random, number: int) -> list[str]:
    """Sentences of letters, no two alike."""
    return [" ".join("".join(chance.choices(ascii_lowercase, k=5)) for _ in range(6)) for _ in range(number)]


SECRETS, OTHERS = sentences(Random(1), 25), sentences(Random(2), 25)
HIDDEN = Needles(Secret(words, squeezed(words), "docs/kunci.yml", everywhere=True) for words in SECRETS)


def found(file: Path, store: Path) -> list[str]:
    return [str(item.words["kata"]) for item in leaks(file, "dist/buku", HIDDEN, Store(store))]


def read_anew(file: Path) -> list[str]:
    """The secrets in a PDF as two libraries give all its words, sought one by one."""
    with pypdfium2.PdfDocument(file) as document:
        pages = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    with pikepdf.open(file) as pdf:
        strings = [squeezed(string) for item in (pdf.trailer, *pdf.objects) for string in _strings(item)]
    places = [squeezed(pages), *strings]
    return [words for words in SECRETS if any(squeezed(words) in place for place in places)]


def _strings(item: object) -> Iterator[str]:
    """The strings of an object, not those of objects that it refers to."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    parts: Iterable[object] = item if isinstance(item, pikepdf.Array) else ()
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        parts = [part for _, part in item.items()]
    yield from (string for part in parts if _is_own(part) for string in _strings(part))


def _is_own(item: object) -> bool:
    return isinstance(item, pikepdf.Object) and not item.is_indirect


def plant_and_compare(folder: Path, seed: int, rounds: int) -> set[str]:
    """Change a file in all ways, several times, and sometimes back; gives those that brought a secret in."""
    chance, told = Random(seed), set()
    file, kept, before = folder / f"{seed}.pdf", folder / f"kept-{seed}", []
    write_book(file)
    for step, kind in enumerate(chance.sample([*PLACES] * rounds, k=len(PLACES) * rounds)):
        before.append(file.read_bytes())
        known = found(file, kept)
        new = [words for words in SECRETS if words not in known]
        words = chance.choice(new if kind not in told or chance.random() < 0.4 else OTHERS)
        with pikepdf.open(file, allow_overwriting_input=True) as pdf:
            PLACES[kind](pdf, chance, words)
            pdf.save(file, **chance.choice(SAVED))
        said = found(file, kept)
        assert said == read_anew(file) == found(file, folder / f"fresh-{seed}-{step}"), (seed, step, kind)
        told |= {kind} if words in said else set()
        if chance.random() < 0.6:
            file.write_bytes(chance.choice(before[-5:]))
    assert len(list(kept.iterdir())) == 1
    return told


def test_words_are_found_wherever_they_are_planted(tmp_path: Path) -> None:
    assert plant_and_compare(tmp_path, 21, 3) >= {*PLACES} - SILENT


@pytest.mark.slow
def test_words_are_found_in_many_files(tmp_path: Path) -> None:
    for seed in range(8):
        plant_and_compare(tmp_path, 100 + seed, 8)


def higher(pdf: pikepdf.Pdf, _: Random, __: str) -> None:
    """Every page reaches up to what was outside of it."""
    for page in pdf.pages:
        page.MediaBox = pikepdf.Array([0, -1000, 297, 1000])


def change(file: Path, place: Change, words: str) -> None:
    """A change on the same page each time, saved so that words of the same length take the same room."""
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        place(pdf, Random(1), words)
        pdf.save(file, **SAVED[1])


SAME_ROOM = ("in_a_form", "inside_a_form", "in_a_table_of_a_font", "as_another_font")


@pytest.mark.parametrize(
    ("first", "then"),
    [*((PLACES[name], PLACES[name]) for name in SAME_ROOM), (PLACES["outside_the_page"], higher)],
)
def test_a_page_that_differs_in_one_thing_is_read(tmp_path: Path, first: Change, then: Change) -> None:
    file, kept = tmp_path / "buku.pdf", tmp_path / "kept"
    write_book(file)
    change(file, first, SECRETS[0] if then is higher else OTHERS[0])
    assert found(file, kept) == []
    change(file, then, SECRETS[0])
    assert found(file, kept) == read_anew(file) == [SECRETS[0]]


def test_pages_that_draw_what_their_group_has(tmp_path: Path) -> None:
    file, kept = tmp_path / "buku.pdf", tmp_path / "kept"
    for words in (OTHERS[0], SECRETS[0]):
        write_book(file)
        in_resources_of_a_group(file, words)
        assert found(file, kept) == read_anew(file) == [words] * (words in SECRETS)


def test_strings_that_another_program_wrote_in_a_stream_of_objects(tmp_path: Path) -> None:
    """Parentheses may stand in a string as they are; QPDF never writes them so."""
    file, (first, second, *rest) = tmp_path / "buku.pdf", SECRETS[0].split()
    write_book(file)
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Subject"] = pikepdf.String(f"{first} #{second}# {' '.join(rest)}")
        pdf.save(file, object_stream_mode=MODES.generate, compress_streams=False)
    content = file.read_bytes()
    assert content.count(b"#%b#" % second.encode()) == 1
    file.write_bytes(content.replace(b"#%b#" % second.encode(), b"(%b)" % second.encode()))
    assert found(file, tmp_path / "kept") == [SECRETS[0]]


def test_only_pages_that_changed_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[pypdfium2.PdfPage] = []

    def get(page: pypdfium2.PdfPage, own: Any = pypdfium2.PdfPage.get_textpage) -> Any:
        read.append(page)
        return own(page)

    monkeypatch.setattr(pypdfium2.PdfPage, "get_textpage", get)
    file, numbers = tmp_path / "buku.pdf", []
    write_book(file)
    for place in (None, "on_a_page", "in_a_bookmark", "as_another_font"):
        if place:
            with pikepdf.open(file, allow_overwriting_input=True) as pdf:
                PLACES[place](pdf, Random(1), SECRETS[0])
                pdf.save(file, **SAVED[1])
        found(file, tmp_path / "kept")
        numbers.append(len(read))
        read.clear()
    assert numbers == [5, 1, 0, 1]


@pytest.mark.parametrize("spoil", [lambda kept: kept[:-9], lambda kept: kept.replace(b"makan", b"minum")])
def test_a_damaged_entry_is_made_again(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    file, kept = tmp_path / "buku.pdf", tmp_path / "kept"
    write_book(file)
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        PLACES["on_a_page"](pdf, Random(1), SECRETS[0])
        pdf.save(file)
    assert found(file, kept) == [SECRETS[0]]
    [entry] = kept.iterdir()
    sound = entry.read_bytes()
    entry.write_bytes(spoil(sound))
    assert entry.read_bytes() != sound
    assert found(file, kept) == [SECRETS[0]]
    assert entry.read_bytes() == sound


def test_words_in_a_zip_are_found_after_others_were_kept(tmp_path: Path) -> None:
    chance, file, kept = Random(7), tmp_path / "buku.epub", tmp_path / "kept"
    texts = {f"EPUB/{number}.xhtml": "<p>Sapi makan rumput.</p>" for number in range(6)}
    for step in range(40):
        name, words = chance.choice([*texts]), chance.choice(SECRETS if chance.random() < 0.5 else OTHERS)
        texts[name] = f"<p>{words.replace(' ', chance.choice([' ', '&#32;', '<b> </b>']))}</p>"
        with zipfile.ZipFile(file, "w") as archive:
            for path, text in texts.items():
                archive.writestr(path, text)
        fresh = found(file, tmp_path / f"fresh-{step}")
        held = [(path, secret) for path, text in texts.items() for secret in SECRETS if _has(text, secret)]
        assert found(file, kept) == fresh == [secret for _, secret in held]
    assert len(list(kept.iterdir())) == 1


def _has(text: str, words: str) -> bool:
    return squeezed(words) in squeezed(re.sub("<[^>]*>|&#32;", "", text))


def test_other_secrets_are_sought_in_a_zip_that_was_kept(tmp_path: Path) -> None:
    file, store = tmp_path / "buku.epub", Store(tmp_path / "kept")
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("EPUB/a.xhtml", f"<p>{OTHERS[0]}</p>")
        archive.writestr("EPUB/b.xhtml", f"<p>{SECRETS[0]}</p>")
    for words in (SECRETS[0], OTHERS[0], SECRETS[1], SECRETS[0]):
        hidden = Needles([Secret(words, squeezed(words), "docs/kunci.yml", everywhere=True)])
        told = [str(item.words["kata"]) for item in leaks(file, "buku.epub", hidden, store)]
        assert told == [words] * (words != SECRETS[1])
