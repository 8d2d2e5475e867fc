"""What parts of Markdown look like, and what is left of a text when they are blanked out."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]*(?P<title>[^#\s].*?)[ \t]*#*[ \t]*$"
    r"|^(?<!.\n)(?P<underlined>[^\n#|>/][^\n]*)\n(?P<line>=+|-+)[ \t]*$",
    re.M,
)
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)?(?P=fence)[ \t]*$", re.S | re.M)
_SAME = r"(?:(?!\n[ \t]*\n).)"  # any character of the same paragraph
BLOCK_LIKE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)*(?P<slashes>/{3,})[ \t]*(?P<name>[\w-]*)", re.M)
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)[^)]*\)")
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
REFERENCE = re.compile(r"(?<![!\\])\[(?P<text>(?!\^)[^\[\]]*)\]\[(?P<id>(?!\^)[^\[\]\n]*)\]")
DEFINITION = re.compile(r"^\[(?P<id>(?!\^)[^\]]+)\]:[ \t]*(?P<target>\S*)[^\n]*$", re.M)
CODE = (
    _FENCE,
    re.compile(rf"(?<!\\)(?P<ticks>`+)(?!`){_SAME}+?(?<!`)(?P=ticks)(?!`)", re.S),
    re.compile(rf"^<!--.*?-->|<!--{_SAME}*?-->", re.S | re.M),
)
QUOTED = (re.compile(rf"<(?P<quoted>q|cite)>{_SAME}*?</(?P=quoted)>", re.S),)
NOT_PROSE = (
    HEADING,
    re.compile(r"^/{3,}[^\n]*$", re.M),
    IMAGE,
    LINK,
    REFERENCE,
    DEFINITION,
    re.compile(r"\[\^[^\]]+\]:?"),
    re.compile(r"<a\b[^>]*>.*?</a>", re.S),
    re.compile(r"</?[A-Za-z][^>]*>|<(?:https?|mailto):[^>]*>|https?://\S+"),
    re.compile(r"\{:?[ \t]*[#.][^{}\n]*\}"),
)


def blank(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """The text with every match replaced by NULs of the same length; line breaks stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", "\0", match.group()), text)
    return text


def prose_of(body: str) -> str:
    """The body with all that is no prose blanked out, at unchanged positions."""
    return blank(blank(body, CODE), (*QUOTED, *NOT_PROSE))


def without_code(body: str) -> str:
    """The body with code and comments blanked out, at unchanged positions."""
    return blank(body, CODE)
