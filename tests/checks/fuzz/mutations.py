"""Ways to spoil a file, each a pure function of a text and a source of chance."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

WORD = "kuskusanggrek"
"""A word that no book has: it is seen at once whether it was kept."""
JUNK = (
    *(
        "**",
        "*",
        "_",
        "`",
        "```",
        "~~~",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "<q>",
        "</q>",
        "&",
    ),
    *(
        "&#0;",
        "[",
        "](",
        ")",
        "![",
        "[^",
        "]:",
        "][",
        "{",
        "}",
        "{: #x }",
        "{#x}",
        "|",
        "|---|",
        "\\",
        "\n",
        "\n\n",
    ),
    *("\n---\n", "\n===\n", "\n/// kotak | 9.9 x\n", "\n///\n", "//// x", "\n# ", "\n## ", "\n- ", "\n1. "),
    *("\n    ", "\n> ", "\t", "\u200b", "\u00ad", "\u202e", "“", "”", "…", "🙂", "\x00", "\x1b[31m", "\r"),
    *(
        "IK 9.9",
        "baris IX",
        "Pasal 999",
        "Tahap 99",
        ": ",
        " #",
        "#",
        "- ",
        "? ",
        "'",
        '"',
        "*a",
        "&a",
        "{nomor}",
    ),
    *(
        "!!python/object:x",
        "$nomor",
        "%s",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "../../x.md",
    ),
    *("x" * 400, "9" * 30, "[" * 30, "> " * 30),
)


def insert(text: str, chance: Random) -> str:
    """Junk at a random place."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(JUNK) + text[place:]


def delete(text: str, chance: Random) -> str:
    """Some letters are gone."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[place + chance.randint(1, 40) :]


def repeat(text: str, chance: Random) -> str:
    """A piece stands again at another place."""
    start, place = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
    return text[:place] + text[start : start + chance.randint(1, 200)] + text[place:]


def swap_lines(text: str, chance: Random) -> str:
    """Two lines change places."""
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def cut(text: str, chance: Random) -> str:
    """The rest of the file is missing."""
    return text[: chance.randrange(len(text) + 1)]


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    insert,
    insert,
    insert,
    delete,
    repeat,
    swap_lines,
    cut,
)


def mutated(text: str, chance: Random) -> str:
    """A text after one to four changes."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def with_word(text: str, chance: Random) -> str:
    """A Markdown file with junk, the strange word and junk somewhere in its body."""
    body = text.find("\n---\n", 4) + 5
    place = chance.randrange(body, len(text) + 1)
    junk = "".join(chance.choice(JUNK) for _ in range(chance.randint(0, 2)))
    more = "".join(chance.choice(JUNK) for _ in range(chance.randint(0, 2)))
    return f"{text[:place]}{junk} {WORD} {more}{text[place:]}"
