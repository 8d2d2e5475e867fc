"""The way from paper to the site: the address of a page in letters and as a QR code."""

import segno

from handbook.html import Element, e
from handbook.strings import Strings


def page_address(site: str, uri: str) -> str:
    """The address of a page on the site, from its source address ("modul-02/ik-2-1.md")."""
    path = uri.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index") + "/"
    return f"{site.rstrip('/')}/{path}"


def shortcut(site: str, uri: str, strings: Strings) -> Element | None:
    """The address and QR code of the same page on the site; None while the book has no address."""
    if not site:
        return None
    address = page_address(site, uri)
    return e("p", code(address, strings), e("a", _short(address), href=address), class_="shortcut")


def code(address: str, strings: Strings) -> Element:
    """The QR code of an address, as a picture with alternative text."""
    drawn = segno.make(address, error="m", micro=False).svg_data_uri(border=0, scale=4)
    return e("img", src=drawn, alt=strings("cetak.qr", alamat=_short(address)))


def _short(address: str) -> str:
    return address.split("://", 1)[-1].rstrip("/")
