"""The web app manifest, with which a phone installs the book as an app.

The addresses in it are relative to the manifest, so each edition in its folder is an app of its
own. It opens in the browser's own frame: readers keep its back button for PDFs, and on phones
that separate the storage of apps what they typed stays where they typed it.
"""

import json

from handbook.book import Book

NAME = "manifest.webmanifest"
_ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable"))


def manifest(book: Book, paper: str, accent: str) -> str:
    """The manifest as JSON: names, language, colours and icons."""
    own = book.settings.book
    data = {
        "name": own.short_title,
        "short_name": own.short_title,
        "description": own.title,
        "lang": own.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": accent,
        "icons": [_icon(*icon) for icon in _ICONS],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": f"assets/icons/{name}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
