"""Addresses outside the book are asked on demand, once, and only a missing one is a problem."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from handbook import checks
from handbook.checks.external import dead_addresses
from handbook.problem import Kind

ASKED: list[str] = []


class _Answers(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        ASKED.append(self.path)
        self.send_response(200 if self.path == "/ada" else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture
def address() -> Iterator[str]:
    ASKED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_only_a_missing_address_is_reported_and_a_good_one_is_asked_once(
    copy_of: Callable[..., Path], address: str
) -> None:
    root = copy_of()
    page = root / "docs/index.md"
    page.write_text(page.read_text() + f"\nLihat {address}/ada dan [ini]({address}/hilang).\n")
    book, problems = checks.run(root)
    assert book is not None
    assert not [item for item in problems if item.kind is Kind.LINK_OUTSIDE_DEAD]
    for _ in range(2):
        (dead,) = dead_addresses(book)
        assert dead.kind is Kind.LINK_OUTSIDE_DEAD
        assert dead.words == {"kata": f"{address}/hilang", "sebab": "404"}
        assert dead.place.path == "docs/index.md"
    assert ASKED.count("/ada") == 1
