"""The message of a proposal, by what handbook.yml says of its address."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from handbook.site.proposals import proposal
from tests.conftest import CopyOf, whole

EDITION = "edisi: 2026.1"
PAGE, URL = "modul-02/ik-2-1.md", "modul-02/ik-2-1/"


def made(copy_of: CopyOf, address: str) -> dict[str, str]:
    line = f'{EDITION}\n  alamat: https://contoh.go.id/\n  usulan: "{address}"'
    book = whole(copy_of({"berkas": "handbook.yml", "ganti": EDITION, "dengan": line}))
    return proposal(book, book.pages[PAGE], URL)


@pytest.mark.parametrize("address", ["usul+buku@contoh.go.id", "https://contoh.go.id/usul?isi={pesan}&x=1"])
def test_the_link_works_without_scripts(copy_of: CopyOf, address: str) -> None:
    made_here = made(copy_of, address)
    parts = urlsplit(made_here["link"])
    query = parse_qs(parts.query)
    [message] = query.get("body") or query["isi"]
    assert unquote(parts.path) == ("usul+buku@contoh.go.id" if parts.scheme == "mailto" else "/usul")
    assert "Buku Kebun · Edisi 2026.1" in message
    assert f"(https://contoh.go.id/{URL})" in message
    assert "(salin kalimat yang dimaksud ke sini)" in message
    assert made_here["template"].count("{pesan}") == 1
    assert made_here["message"].count("{alinea}") == 1


def test_without_an_address_there_is_no_link(copy_of: CopyOf) -> None:
    made_here = made(copy_of, "")
    assert (made_here["link"], made_here["template"]) == ("", "")
    assert "penyelenggara pelatihan" in made_here["nowhere"]
