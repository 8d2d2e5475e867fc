"""The frame of a page that facilitators open from a disk: hidden from search engines, with a policy."""

from handbook.html import Element, e
from handbook.print.documents import markup
from handbook.site import csp

_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light">
{title}
<link rel="stylesheet" href="{style}">
</head>
<body data-md-color-scheme="default">
{main}{script}
</body></html>
"""


def framed(main: Element, title: str, language: str, style: str, script: str = "") -> str:
    """The page as HTML; style and script are names of files beside it."""
    code = f'\n<script src="{script}"></script>' if script else ""
    words = {"language": language, "title": markup(e("title", title)), "style": style, "script": code}
    return csp.with_policy(_PAGE.format(main=markup(main), **words), ())
