"""An office file, such as a workbook, saved so that the same contents give the same bytes."""

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import IO, Protocol

PROPERTIES = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class OfficeFile(Protocol):
    """A document of a library that writes packed XML."""

    def save(self, file: IO[bytes], /) -> None:
        """Write it into an open file."""


def save(book: OfficeFile, out: Path, day: datetime.date) -> None:
    """Write a document as made on a day: its own dates and those of the files packed in it."""
    draft = io.BytesIO()
    book.save(draft)
    moment = f"{day:%Y-%m-%d}T00:00:00Z".encode()
    with zipfile.ZipFile(draft) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            content = packed.read(name)
            if name == PROPERTIES:
                content = _STAMP.sub(rb"\g<1>" + moment, content)
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, content)
