"""The rows of a file of names: .csv or .xlsx. Cells become plain texts."""

import csv
import zipfile
from contextlib import closing
from pathlib import Path

from handbook.problem import RefusedError

LARGEST = 5_000_000  # bytes
UNPACKED = 60_000_000  # bytes of an .xlsx when unpacked
MOST_ROWS = 2_000
EXACT = 10**15
"""Numbers from here on are not whole in a spreadsheet."""


def rows_of(path: Path) -> list[list[str]]:
    """Every row of the first sheet."""
    if path.is_symlink() or path.parent.is_symlink():
        raise RefusedError("nama_tautan", berkas=path.name)
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError:
        size = -1
    if size < 0:
        raise RefusedError("nama_tak_ada", berkas=path.name)
    if size == 0:
        raise RefusedError("nama_kosong")
    if size > LARGEST:
        raise RefusedError("nama_besar", berkas=path.name)
    match path.suffix.lower():
        case ".csv" | ".txt":
            return _csv_rows(path)
        case ".xlsx" | ".xlsm":
            return _xlsx_rows(path)
    raise RefusedError("nama_jenis", berkas=path.name)


def _csv_rows(path: Path) -> list[list[str]]:
    text = _decoded(path.read_bytes(), path.name)
    if "\0" in text:
        raise RefusedError("nama_rusak", berkas=path.name)
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=head.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RefusedError("nama_rusak", berkas=path.name) from error
    return _bounded(rows, path)


def _decoded(content: bytes, name: str) -> str:
    """The text of bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    codes = ["utf-16"] if is_wide else ["utf-8-sig", "cp1252"]
    for code in codes:
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise RefusedError("nama_rusak", berkas=name)


def _xlsx_rows(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook  # costs a moment that a .csv need not pay

    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(item.file_size for item in packed.infolist())
        if unpacked > UNPACKED:
            raise RefusedError("nama_besar", berkas=path.name)
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=40, values_only=True)
            found = [[_text(value) for value in row] for row in rows]
    except RefusedError:
        raise
    except Exception as error:  # whatever a damaged file makes the reader stumble over
        raise RefusedError("nama_rusak", berkas=path.name) from error
    return _bounded(found, path)


def _text(value: object) -> str:
    """A cell as displayed; a number with too many digits is shown as the spreadsheet shows it."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) >= EXACT:
            return f"{value:.5E}"
        return str(int(value)) if value == int(value) else str(value)
    return str(value)


def _bounded(rows: list[list[str]], path: Path) -> list[list[str]]:
    if len(rows) > MOST_ROWS:
        raise RefusedError("nama_besar", berkas=path.name)
    return rows
