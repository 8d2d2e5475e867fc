"""Pages as a browser reads them: whatever authors write, nothing but allowed elements comes out."""

from __future__ import annotations

import base64
import hashlib
import random
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from handbook.checks.rendered import is_odd, judged
from handbook.commands import build
from handbook.site.csp import scripts_of, with_policy
from handbook.source.allowed import SHORT
from handbook.source.dialect import author_markdown
from tests.conftest import ENGLISH_BOOK, PROJECT, CopyOf, lines_of, whole

MAY = {
    "html",
    "head",
    "body",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "code",
    "hr",
    "em",
}
MAY |= {"strong", "a", "img", "table", "thead", "tbody", "tr", "th", "td", "div", *SHORT}
MAY |= {f"h{level}" for level in range(1, 7)}
PIECES = (
    *(
        "kata ",
        "satu dua\n",
        "\n\n",
        "\n",
        "    ",
        "- ",
        "> ",
        "| a | b |\n|---|---|\n| ",
        " | ",
        "# ",
        "1. ",
    ),
    *("<script>alert(1)</script>", "<b onclick=x>", "</b>", "<q>", "</q>", "<br>", "<br/>", "<q lang='x'>"),
    *(
        "<!--",
        "-->",
        "<!-->",
        "<!--->",
        "<![CDATA[",
        "]]>",
        "<?php ",
        "?>",
        "<x:y onmouseover=z>",
        "<o:p>",
        "<",
    ),
    *(
        "```",
        "```html\n",
        "```foo bar\n",
        "~~~\n",
        "`",
        "``",
        "\\",
        "{: onclick='x' }",
        "{ style=x }",
        "{#id .k}",
    ),
    *(
        "``` {.py onclick=x}\n",
        "[a [b] c](javascript:x)",
        "[a](java\tscript:x)",
        "![a [b]](http://a/b)",
        "![",
        "]",
    ),
    *(
        "[a](",
        ")",
        "<javascript://x>",
        "[i]: data:text/html,x\n",
        "[x][i]",
        "![x][i]",
        "&#106;avascript:x",
        "[^1]",
    ),
    *(
        "\n[^1]: catatan <i>\n",
        "/// kotak | 2.1 <b>\n",
        "///\n",
        "&lt;b&gt;",
        "&quot;",
        '"',
        "'",
        "\x02wzxhzdk:0\x03",
    ),
    *(
        "<a href='x\ny'>",
        "<img src=x onerror=y>",
        "<svg/onload=x>",
        "</p>",
        "<p>",
        "<textarea>",
        "</title>",
        "*",
        "**",
    ),
)


def samples() -> Iterator[str]:
    """Texts of random pieces; the same ones at every run."""
    chance = random.Random(16)
    for _ in range(1200):
        yield "".join(chance.choices(PIECES, k=chance.randint(2, 14)))


def elements(html: str) -> list[Element]:
    """The elements that an HTML5 parser sees."""
    found: Iterator[Element[Any]] = tinyhtml5.parse(html, namespace_html_elements=False).iter()
    return [element for element in found if isinstance(element.tag, str)]


def evils(element: Element) -> Iterator[str]:
    """The attributes of an element that no author may give."""
    for name, value in element.attrib.items():
        address = re.sub(r"[\x00-\x20]", "", value).lower()
        is_address = name in ("href", "src") and re.match(r"(?!https?:|mailto:|tel:)[a-z+.-]+:|//", address)
        if is_address or name.startswith("on") or name in ("style", "srcdoc", "action", "formaction"):
            yield f"{name}={value}"


def test_random_texts_hold_no_other_elements() -> None:
    md = author_markdown()
    refused = 0
    for text in samples():
        found = elements(f"<!doctype html><body>{md.reset().convert(text)}</body>")
        assert {element.tag for element in found} <= MAY, text
        evil = [words for element in found for words in evils(element)]
        assert not evil or md.refused, text  # type: ignore[attr-defined]
        refused += bool(evil)
    assert refused > 50


def test_the_quick_look_passes_over_nothing() -> None:
    """A check of the sources turns only odd pages into HTML: what it leaves out is in order."""
    md = author_markdown()
    for text in samples():
        md.reset().convert(text)
        assert is_odd(text) or not md.refused, text  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["**<u>silang**</u>", "a\n{: onclick=x }", "[a [b] c](javascript:x)"])
def test_a_build_judges_every_page(copy_of: CopyOf, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages that print does not have too; nothing is written."""
    root = copy_of(
        {"berkas": "docs/index.md", "ganti": "modul-daftar\n///", "dengan": f"modul-daftar\n///\n\n{text}"}
    )
    assert build.main(["--root", str(root)]) == 1
    assert "docs/index.md:" in capsys.readouterr().out
    assert not (root / "site").exists()
    assert not (root / "dist").exists()


def test_the_pages_of_both_books_are_allowed() -> None:
    for root in (PROJECT, ENGLISH_BOOK):
        assert list(judged(whole(root))) == []


def test_the_policy_approves_no_script_but_the_themes_own() -> None:
    theme = '<p>{{ x }}</p><script>go("{{ base_url }}")</script><script src="a.js"></script>'
    known = scripts_of([theme])
    page = '<meta charset="utf-8"><script>go("../..")</script>'
    [code] = re.findall(r"'sha256-([^']+)'", with_policy(page, known))
    assert code == base64.b64encode(hashlib.sha256(b'go("../..")').digest()).decode()
    for script in ('go("")+alert(1)', 'go("x y")', "alert(1)"):
        with pytest.raises(ValueError, match="no template has"):
            with_policy(f"{page}<script>{script}</script>", known)


def test_a_form_has_a_limit_too(copy_of: CopyOf) -> None:
    """Rows times columns, those below other columns counted."""
    file = "docs/modul-02/ik-2-1.yml"
    columns = "".join(f"              - {{id: k{number}, judul: K}}\n" for number in range(75))
    rows = "".join(f"      - {{id: b{number}, judul: B}}\n" for number in range(75))
    root = copy_of(
        {
            "berkas": file,
            "ganti": "              - {id: sore",
            "dengan": f"{columns}              - {{id: sore",
        },
        {"berkas": file, "ganti": "      - {id: langkah", "dengan": f"{rows}      - {{id: langkah"},
    )
    assert [line for line in lines_of(root) if "6006 sel" in line and line.startswith(f"{file}:13:5:")]
