"""Old addresses lead to where a page is now."""

from __future__ import annotations

import re

from handbook.site.redirects import page, redirects
from tests.conftest import CopyOf, whole

MOVED = {
    "berkas": "docs/modul-02/bacaan-2-1.md",
    "ganti": "  nomor: 2.1",
    "dengan": "  nomor: 2.1\n  alias: [modul-02/bacaan-2-9, bacaan-lama]",
}
RENAMED = {
    "berkas": "docs/modul-02/ik-2-1.yml",
    "ganti": "nomor: 2.1",
    "dengan": "nomor: 2.1\nalias: [ik-3-9]",
}


def test_an_alias_is_an_address_that_leads_on(copy_of: CopyOf) -> None:
    assert redirects(whole(copy_of(MOVED, RENAMED))) == {
        "modul-02/bacaan-2-9/": "modul-02/bacaan-2-1/",
        "modul-02/bacaan-lama/": "modul-02/bacaan-2-1/",
        "modul-03/ik-3-9/": "modul-02/ik-2-1/",
    }


def test_the_page_there_names_the_new_address_relative_to_itself(copy_of: CopyOf) -> None:
    html = page("modul-03/ik-3-9/", "modul-02/ik-2-1/", whole(copy_of(RENAMED)))
    assert set(re.findall(r'(?:href|url)="?=?([^"]+)"', html)) >= {"../../modul-02/ik-2-1/"}
    assert 'content="0; url=../../modul-02/ik-2-1/"' in html
    assert "<script" not in html
