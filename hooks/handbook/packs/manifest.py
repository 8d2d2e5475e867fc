"""The manifest of a pack, for programs: a plain value without personal names."""

from collections.abc import Mapping, Sequence

from handbook.packs.clock import shown
from handbook.packs.order import OrderRow
from handbook.packs.session import Session

Manifest = dict[str, object]


def manifest(
    session: Session,
    rows: Sequence[OrderRow],
    places: Sequence[range],
    files: Mapping[str, str],
    warnings: Sequence[str],
) -> Manifest:
    """Module, options, times, sheets with their pages (from 1) and copies, the files with their hashes."""
    options = session.options
    return {
        "modul": session.number,
        "judul": session.module.title,
        "edisi": session.book.settings.book.edition,
        "peserta": options.participants,
        "fasilitator": options.facilitators,
        "ukuran": str(options.paper),
        "benih": options.seed,
        "semua_salinan": options.expanded,
        "zona": options.zone,
        "mulai": shown(session.slots[0].start),
        "selesai": shown(session.slots[-1].end),
        "alur": [
            _slot(slot.start, slot.end, slot.unit.number if slot.unit else "") for slot in session.slots
        ],
        "lembar": [_row(row, place) for row, place in zip(rows, places, strict=True)],
        "halaman": sum(len(place) for place in places),
        "lembar_kertas": sum(row.total for row in rows),
        "berkas": [{"nama": name, "sha256": digest} for name, digest in files.items()],
        "peringatan": list(warnings) if not options.people.all else len(warnings),
    }


def _slot(start: int, end: int, unit: str) -> Manifest:
    return {"mulai": shown(start), "selesai": shown(end), "tahap": unit or None}


def _row(row: OrderRow, place: range) -> Manifest:
    sheet = row.sheet
    return {
        "id": sheet.id,
        "judul": sheet.title,
        "kapan": sheet.when,
        "untuk": sheet.receiver,
        "halaman": [place.start + 1, place.stop],
        "halaman_induk": row.masters,
        "berbeda": sheet.variants,
        "salinan": sheet.copies,
        "perorangan": bool(sheet.name_fields) and any(person is not None for person in sheet.people),
        "satu_sisi": sheet.one_sided,
        "kertas": sheet.paper or None,
        "gunting": sheet.cut,
        "setengah_halaman": sheet.halved,
        "dipakai_lagi": sheet.is_stock,
        "lembar_kertas": row.total,
    }
