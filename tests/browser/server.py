"""A small web server for the built site, as a host of static files behaves: with its own page for 404."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_PACKED = ("javascript", "json", "svg", "xml")


class Handler(SimpleHTTPRequestHandler):
    """Says nothing on the terminal; answers a wrong address with 404.html."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the tests."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class PackedHandler(Handler):
    """Sends texts packed, as hosts do; binary files as they are."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        outputfile.write(self._packed(source.read()))

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-type":
            self._is_text = value.startswith("text/") or any(word in value for word in _PACKED)
            if self._is_text:
                super().send_header("Content-Encoding", "gzip")
        if keyword != "Content-Length":
            super().send_header(keyword, value)

    def _packed(self, data: bytes) -> bytes:
        return gzip.compress(data, 6) if self._is_text else data


class Server(ThreadingHTTPServer):
    """One thread for each request; what a closing browser breaks off is no error."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page drops its requests."""


@contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address."""
    with Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
