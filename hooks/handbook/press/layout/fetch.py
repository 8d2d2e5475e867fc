"""A url fetcher that reads files below a few folders and small inline images, nothing else.

WeasyPrint's own fetcher opens any file and any address; a handbook's sources come from many
hands, so a page must not be able to pull /etc/passwd or the network into the PDF.
"""

import hashlib
import mimetypes
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from handbook.press.layout.constants import written_out

STYLE = "text/css"
DATA_LIMIT = 1_400_000  # characters of a data: address; 1 MB of image is 1.37 MB of base64


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]
    """Reads files really (symlinks followed) below `folders`; calls `refused` with any other address.

    `read` gets the hash of every file that was asked for, by its path from the first folder on;
    empty when there is no such file. In stylesheets the values of `constants` take their names' place.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        refused: Callable[[str], None],
        read: dict[str, str],
        constants: Mapping[str, str],
    ) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]
        self._refused = refused
        self._read = read
        self._constants = constants

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Answer WeasyPrint, which logs the ValueError of a refusal and goes on without."""
        del headers
        if url.startswith("data:image/") and len(url) <= DATA_LIMIT:
            return super().fetch(url)
        path = self._path(url)
        if path is None or not self._is_inside(path):
            self._refused(url if len(url) < 200 else url[:200] + "…")
            raise ValueError("outside the folder that may be read")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        content = self.stylesheet(path).encode() if kind == STYLE else self.contents(path)
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def stylesheet(self, path: Path) -> str:
        """Read a stylesheet."""
        return written_out(self.contents(path).decode("utf-8", "replace"), self._constants)

    def contents(self, path: Path) -> bytes:
        """Read a file and report its hash."""
        found = path.read_bytes()
        self._read[self._name(path)] = hashlib.sha256(found).hexdigest()
        return found

    def _path(self, url: str) -> Path | None:
        """The file of an address, as written, symlinks not followed."""
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            return None
        return Path(os.path.normpath(unquote(parts.path)))

    def _is_inside(self, path: Path) -> bool:
        """Whether the file may be read; a missing file is reported too."""
        if self._is_below(path):
            self._read[self._name(path)] = ""
        real = path.resolve()
        return self._is_below(real) and real.is_file()

    def _is_below(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._folders)

    def _name(self, path: Path) -> str:
        return os.path.relpath(path, self._folders[0])
