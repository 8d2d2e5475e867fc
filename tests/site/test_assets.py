"""The styles and scripts: each joined in its written order, with colours in the files of tokens only."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from handbook.print.printing import LIBRARY, STYLES
from handbook.site import assets
from handbook.source.authored import Height
from tests.conftest import PROJECT

THEME = PROJECT / "overrides"
COLOUR = re.compile(
    r"(?<![&\w])#(?:[0-9a-f]{3,4}){1,2}\b|%23[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\("
    r"|: *(?:white|black|gr[ae]y|silver|red|green|blue|yellow|orange)\b(?!-)",
    re.I,
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
WRITTEN_IN = {
    "overrides/css/tokens.css",
    "overrides/css/accents.css",
    "hooks/handbook/print/tokens.css",
    "hooks/handbook/classroom/slides/tokens.css",
    "hooks/handbook/formats/epub/reader.css",  # readers of e-books know no variables
}


@pytest.mark.parametrize("kind", ["css", "js"])
def test_every_file_has_a_place_in_the_order(kind: str) -> None:
    folder = THEME / kind
    order = yaml.safe_load((folder / assets.ORDER).read_text(encoding="utf-8"))
    there = {str(file.relative_to(folder)) for file in folder.rglob(f"*.{kind}")}
    assert set(order) == there


def test_files_are_joined_in_their_order() -> None:
    styles, scripts = assets.styles(THEME), assets.scripts(THEME)
    assert set(styles) == {"handbook", "form", "workbook", "quiz", "marks", "runsheet"}
    assert scripts.keys() > assets.ELSEWHERE
    assert (
        styles["form"].index("--paper:") < styles["form"].index(".instrument") < styles["form"].index("@page")
    )
    assert scripts["handbook"].startswith("(function(){'use strict';window.Handbook=")
    assert scripts["search"].count("use strict") == 12


def coloured(text: str) -> list[str]:
    return COLOUR.findall(COMMENT.sub("", text))


def test_colours_are_written_as_tokens_only() -> None:
    places = [THEME, PROJECT / "hooks"]
    files = [
        file for place in places for kind in ("css", "html", "py", "js") for file in place.rglob(f"*.{kind}")
    ]
    found = {str(file.relative_to(PROJECT)): coloured(file.read_text(encoding="utf-8")) for file in files}
    assert {name for name, colours in found.items() if colours} == WRITTEN_IN


@pytest.mark.parametrize(
    "code",
    ["a{color:#FFF}", "a{color:#11223344;}", "a{color: black;}", "a{fill:rgb(0 0 0)}", "url(%236e6e6e)"],
)
def test_a_colour_is_found(code: str) -> None:
    assert coloured(code)


@pytest.mark.parametrize(
    "code", ["&#8203;", "#content{}", "a{color:var(--ink)}", "white-space: pre", "x: 'blue-ish'"]
)
def test_what_is_none_is_not(code: str) -> None:
    assert not coloured(code)


def test_colours_outside_of_styles_come_from_the_tokens() -> None:
    assert assets.colours(THEME, "paper")[:2] == ["#fdfcfa", "#14181d"]
    assert assets.colours(THEME, "accent")[0] == "#12324a"


def test_every_height_that_a_form_may_ask_for_has_its_rule() -> None:
    text = (THEME / "css/heights.css").read_text(encoding="utf-8")
    ruled = dict(re.findall(r"\.h-(\w+) \{ --height: (\w+); \}", text))
    assert ruled == {height: height for number in range(200) if allowed(height := f"{number}mm")}


def allowed(height: str) -> bool:
    try:
        TypeAdapter(Height).validate_python(height)
    except ValidationError:
        return False
    return True


def test_print_reads_no_style_from_elsewhere() -> None:
    read = re.findall(r'@import "([^"]+)"', (STYLES / "book.css").read_text(encoding="utf-8"))
    assert {(STYLES / name).resolve().parent for name in read} == set(LIBRARY)
