"""For whom a text is: said at its field, kept by all that surrounds it, and never assumed."""

from __future__ import annotations

import pytest
from pydantic import Field

from handbook.source.authored import Authored, ForAll, ForFacilitators, InKey, Prose, Readers, YesNo
from handbook.source.mdblocks import note_lines, without_notes
from handbook.source.prose import Scope, Shape, refuse_undeclared, said_in
from handbook.source.yamltext import Node, read_yaml


class Answer(Authored):
    """A field for all, one in the key."""

    text: ForAll[Prose] = Field(alias="teks")
    right: InKey[YesNo] = Field(alias="benar", default=False)


class Asked(Authored):
    """Records within a record: as they say, or hidden as a whole."""

    answers: list[Answer] = Field(alias="jawaban", default=[])
    drafts: ForFacilitators[list[Answer]] = Field(alias="konsep", default=[])
    free: ForAll[dict[str, Prose]] = Field(alias="bebas", default={})
    silent: Prose = Field(alias="diam", default="kosong")
    mixed: list[Answer | Prose] = Field(alias="campur", default=[])


TEXT = """\
jawaban: [{teks: a, benar: ya}]
konsep: [{teks: b}]
bebas: {apa: {saja: c}}
diam: d
campur: [e, {teks: f}]
lama: {teks: g}
"""
READERS = {
    **dict.fromkeys(("a", "c", "f"), Readers.ALL),
    "ya": Readers.ANSWERED,
    **dict.fromkeys(("b", "d", "e", "g"), Readers.FACILITATORS),
}


def leaves(node: Node, scope: Scope) -> dict[str, Readers]:
    """Every text below a node, with its readers."""
    if isinstance(node.value, str):
        return {node.value: scope.readers}
    if isinstance(node.value, list):
        return {key: found for child in node.value for key, found in leaves(child, scope).items()}
    below = ((child, scope.into(node, key)) for key, child in node.value.items())
    return {key: found for child, there in below for key, found in leaves(child, there).items()}


def test_of_values() -> None:
    value = Asked.model_validate(
        {
            "jawaban": [{"teks": "a"}],
            "konsep": [{"teks": "b"}],
            "bebas": {"x": "c"},
            "campur": ["e", {"teks": "f"}],
        }
    )
    found = {said.words: said.readers for said in said_in(value)}
    assert found == {
        key: READERS.get(key, Readers.FACILITATORS) for key in ("a", "b", "c", "kosong", "e", "f")
    }


def test_of_sources_also_where_no_field_takes_them() -> None:
    root = read_yaml("a.yml", TEXT).root
    assert root is not None
    assert leaves(root, Scope(Shape(models=(Asked,)))) == READERS


def test_of_sources_of_an_unknown_record() -> None:
    root = read_yaml("a.yml", TEXT).root
    assert root is not None
    assert {*leaves(root, Scope(Shape())).values()} == {Readers.FACILITATORS}


def test_a_field_that_says_nothing_is_refused_by_its_name() -> None:
    with pytest.raises(TypeError, match=r"test_readers\.Asked\.silent$"):
        refuse_undeclared([Asked])
    refuse_undeclared([Answer])


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("a\n/// fasilitator\nb\n///\nc", "a\n\n\n\nc"),
        ("a\n/// fasilitator\nb\n\nc", "a\n\n\n\n"),
        ("a\n// fasilitator\nb\n//\nc", "a\n\n\n\nc"),
        ("a\n/// Fasilitator\nb\n///\nc", "a\n\n\n\nc"),
        ("```\n/// fasilitator\n```\nc", "```\n/// fasilitator\n```\nc"),
    ],
    ids=["closed", "open to the end", "too few slashes", "capital", "code"],
)
def test_facilitators_notes_are_taken_out(body: str, kept: str) -> None:
    assert without_notes(body) == kept
    assert note_lines(kept) == set()
