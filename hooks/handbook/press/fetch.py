"""A url fetcher that reads files below one folder and small inline images, nothing else.

WeasyPrint's own fetcher opens any file and any address; a handbook's sources come from many
hands, so a page must not be able to pull /etc/passwd or the network into the PDF.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

DATA_LIMIT = 1_400_000  # characters of a data: address; 1 MB of image is 1.37 MB of base64


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]
    """Fetch what stands really (symlinks followed) below `base`; tell `refused` of the rest."""

    def __init__(self, base: Path, refused: Callable[[str], None]) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._base = base.resolve()
        self._refused = refused

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Answer WeasyPrint, which logs the ValueError of a refusal and goes on without."""
        del headers
        if url.startswith("data:image/") and len(url) <= DATA_LIMIT:
            return super().fetch(url)
        path = self._path(url)
        if path is None:
            self._refused(url if len(url) < 200 else url[:200] + "…")
            raise ValueError("outside the folder that may be read")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _path(self, url: str) -> Path | None:
        """The file that the address means, when it may be read."""
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            return None
        path = Path(unquote(parts.path)).resolve()
        return path if path.is_relative_to(self._base) and path.is_file() else None
