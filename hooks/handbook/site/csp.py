"""The Content-Security-Policy of a page: nothing from elsewhere, no inline script but the theme's own.

The hashes are of scripts that stand in the theme's templates. A script that is found in a page and in no
template came from somewhere else: it is never approved, and the page is not published.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence

Known = Sequence[re.Pattern[str]]
"""Patterns of the scripts of the templates as they stand in a page."""
_FILLED = re.compile(r"\{\{.*?\}\}")
_ADDRESS = r"[\w./:-]*"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
_SOURCES = {
    "default-src": "'self'",
    "script-src": "'self' {hashes}",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def scripts_of(templates: Iterable[str]) -> Known:
    """The inline scripts in some templates; placeholders in them stand for addresses."""
    codes = {code for template in templates for code in _INLINE_SCRIPT.findall(template)}
    return [re.compile(_ADDRESS.join(map(re.escape, _FILLED.split(code)))) for code in sorted(codes)]


def with_policy(page: str, known: Known) -> str:
    """The page with its policy as the first thing after the character set.

    ValueError when there is no place for it, or a script that is none of the known ones: such a page
    must not be published.
    """
    if _CHARSET not in page:
        raise ValueError("a page has no <meta charset>, so its policy has no place")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(page, known)}">'
    return page.replace(_CHARSET, f"{_CHARSET}\n      {meta}", 1)


def _policy(page: str, known: Known) -> str:
    codes = sorted(set(_INLINE_SCRIPT.findall(page)))
    for code in codes:
        if not any(pattern.fullmatch(code) for pattern in known):
            raise ValueError(f"a script that no template has: {code[:60]}")
    hashes = " ".join(sorted(map(_hash, codes)))
    return "; ".join(f"{name} {sources}".format(hashes=hashes).strip() for name, sources in _SOURCES.items())


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
