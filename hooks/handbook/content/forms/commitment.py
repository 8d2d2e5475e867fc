"""`jenis: komitmen`: statements to agree on, with room to sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.content.forms import field, lines
from handbook.content.forms.renames import Named
from handbook.html import Context, e
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Prose

SIGNATURE_LINES = ("nama", "nip", "tanggal")


class Signature(Named):
    """Who signs, and as what."""

    title: ForAll[Prose] = Field(alias="judul", description="Siapa yang menandatangani")
    note: ForAll[Prose | None] = Field(alias="keterangan", default=None, description="Keterangan di bawahnya")


class Commitment(Named):
    """Numbered statements, lines of one's own, signatures."""

    kind: ForAll[Literal["komitmen"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    statements: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(
        alias="pernyataan", description="Pernyataan, diberi nomor"
    )
    entries: list[lines.Entry] = Field(alias="isian", default=[], description="Baris isian sendiri")
    signatures: Annotated[list[Signature], Field(min_length=1)] = Field(
        alias="tanda_tangan", description="Penanda tangan"
    )

    @model_validator(mode="after")
    def _signs_apart(self) -> Commitment:
        both = {entry.id for entry in self.entries} & {signature.id for signature in self.signatures}
        if both:
            raise UnfitError("id_isian_tanda_tangan", kata=min(both))
        return self


def targets(commitment: Commitment, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to statements."""
    del commitment, form
    yield from ()


def cell_paths(commitment: Commitment) -> set[tuple[str, ...]]:
    """Id of every line of one's own; of every signature its name, NIP and date."""
    signed = {(signature.id, key) for signature in commitment.signatures for key in SIGNATURE_LINES}
    return {(entry.id,) for entry in commitment.entries} | signed


def to_html(commitment: Commitment, form: str, context: Context) -> Element:
    """Statements, lines, then a block for each who signs."""
    path = f"{form}.{commitment.id}"
    signatures = (
        _signature(signature, f"{path}.{signature.id}", context) for signature in commitment.signatures
    )
    return e(
        "section",
        field.title(commitment.title, context),
        e("ol", *(e("li", context.prose(text)) for text in commitment.statements), class_="statements"),
        *lines.blank(commitment.entries, path, context),
        e("div", *signatures, class_="signatures"),
        class_="lines commitment",
    )


def _signature(signature: Signature, path: str, context: Context) -> Element:
    s = context.strings
    rows = [(f"{path}.{key}", s(f"instrumen.identitas.{key}"), f"line-{key}") for key in SIGNATURE_LINES]
    return e(
        "fieldset",
        e("legend", context.prose(signature.title)),
        e("p", context.prose(signature.note), class_="signature-note") if signature.note else None,
        e("p", s("formulir.tanda_tangan"), class_="signature-word"),
        e("div", class_="signature-room"),
        *(field.labelled_line(name, words, css) for name, words, css in rows),
        class_="signature",
    )


def example(commitment: Commitment, filled: dict[str, str], form: str, context: Context) -> Element:
    """The lines of one's own, read only; signatures have no example."""
    del form
    pairs = [(entry.title, filled[entry.id]) for entry in commitment.entries if entry.id in filled]
    return field.filled_list(pairs, context)
