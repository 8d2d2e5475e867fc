"""The Content-Security-Policy of a page: nothing from elsewhere, no inline script but its own."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
_SOURCES = {
    "default-src": "'self'",
    "script-src": "'self' {hashes}",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def with_policy(page: str) -> str:
    """The page with its policy as the first thing after the character set.

    ValueError when there is no place for it: a page without it must not be published.
    """
    if _CHARSET not in page:
        raise ValueError("a page has no <meta charset>, so its policy has no place")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(page)}">'
    return page.replace(_CHARSET, f"{_CHARSET}\n      {meta}", 1)


def _policy(page: str) -> str:
    hashes = " ".join(sorted({_hash(code) for code in _INLINE_SCRIPT.findall(page)}))
    return "; ".join(f"{name} {sources}".format(hashes=hashes).strip() for name, sources in _SOURCES.items())


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
