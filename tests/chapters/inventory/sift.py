"""Distils the inventory of the printed book to what the tests compare: titles, labels, counts.

    .venv/bin/python -m tests.chapters.inventory.sift inventaris.yml

writes modul-01.yml … modul-10.yml beside this file. Only facts pass: no summaries of
passages but those of questions and takeaways, which are compared by their words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LABELLED = ("kepala_isian", "kolom", "baris_form", "kelompok_baris", "landasan", "aspek")
NESTED = ("sub_kolom", "anak", "baris_form")
WIDTH = 110


class Plain(yaml.CSafeLoader):
    """Reads every scalar as text: `no` is a key of the inventory, 2.10 a number of the print."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


def module_of(source: dict[str, Any]) -> dict[str, Any]:
    """The facts of one module that the tests ask for."""
    return {
        "modul": int(source["nomor"]),
        "judul": source["judul"],
        "jp": int(source["jp"]),
        "materi": [_titled(item) for item in source["materi_bahasan"]],
        "kompetensi": [item.get("kode") or item["nama"] for item in _competencies(source)],
        "tahap": [_titled(item, item.get("bagian") or "") for item in source["tahap"]],
        "bacaan": [_reading(item) for item in source["bahan_bacaan"]],
        "kotak": [_box(item) for item in source["box"]],
        "instrumen": [_form(item) for item in source["instrumen"]],
        "refleksi": _points(source["pertanyaan_evaluasi"]),
        "kesimpulan": _points(source["kesimpulan"]),
    }


def _competencies(source: dict[str, Any]) -> list[dict[str, Any]]:
    groups = ("pemerintahan", "manajerial_sosiokultural", "teknis")
    return [item for group in groups for item in source["kompetensi"][group]]


def _titled(item: dict[str, Any], letter: str = "") -> dict[str, Any]:
    part = letter if letter != "null" else ""
    return {"nomor": f"{item['nomor']}{part}", "judul": item["judul"]}


def _reading(item: dict[str, Any]) -> dict[str, Any]:
    number = item["nomor_usulan"] if "nomor_usulan" in item else item["nomor_tercetak"]
    parts = [part.get("judul") or part["label"] for part in item.get("subbagian", [])]
    pairs = [pair["aspek"] for pair in item.get("pasangan", [])]
    return {"id": item["id"], "nomor": number.rstrip("."), "judul": item["judul"], "pokok": parts + pairs}


def _box(item: dict[str, Any]) -> dict[str, Any]:
    number = item.get("nomor_usulan") or item["nomor_tercetak"]
    heads = [part["judul"] for part in item["isi_ringkas"] if isinstance(part, dict) and "judul" in part]
    return {"id": item["id"], "nomor": number.rstrip("."), "judul": item["judul"], "pokok": heads}


def _form(item: dict[str, Any]) -> dict[str, Any]:
    labels = dict.fromkeys(label for label in map(_clean, _labels(item)) if label)
    title = item["judul"] if item["judul"] != "null" else ""
    return {"id": item["id"], "nomor": item["nomor_usulan"], "judul": title, "label": list(labels)}


def _labels(item: dict[str, Any]) -> Iterator[str]:
    """Every label of a column, row, field, card or signature, as corrected by the inventory."""
    for key in LABELLED:
        yield from _nested(item.get(key, []))
    yield from _nested(item.get("kartu", {}).get("aspek", []))
    yield from item.get("kartu", {}).get("jenis_layanan", [])
    for signer in item["tanda_tangan"]:
        yield from signer["bidang"]


def _nested(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield entry.get("frasa") or entry.get("label") or entry.get("judul") or ""
        yield from entry.get("butir", []) if "frasa" in entry else []
        for key in NESTED:
            yield from _nested(entry.get(key, []))


def _clean(label: str) -> str:
    """A label without numbers of rows, dots to write on and room for lists; none when only that."""
    label = re.sub(r"^Pernyataan \d+\s*[:.]\s*", "", label.replace("*", ""))
    label = re.sub(r"\s*:?\s*(\d\s*)?\.{4,}.*$", "", label)
    label = re.sub(r"^\(?(\d+|[IVX]+)\)?\.?\s+", "", label).strip(" :;,")
    return "" if re.fullmatch(r"\d+|no\.?", label, re.I) else label


def _points(source: dict[str, Any]) -> dict[str, Any]:
    return {"jumlah": int(source["jumlah"]), "butir": source["butir"]}


def main(path: str) -> None:
    """Write one file per module."""
    source = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=Plain)
    for item in source["modul"]:
        facts = module_of(item)
        text = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=WIDTH)
        (HERE / f"modul-{facts['modul']:02}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
