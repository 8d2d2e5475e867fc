"""`jenis: komitmen`: statements to agree on, with room to sign."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.content.forms import FormField, Named, Path, TitledPart, Usual, field, lines
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose, UnfitError

SIGNATURE_LINES = ("nama", "nip", "tanggal")


class Signature(Named):
    """A signer and their role."""

    title: ForAll[Prose] = Field(alias="judul")
    note: ForAll[Prose | None] = Field(alias="keterangan", default=None)


class SignatureLine(Usual):
    """A line of a signature, named like that of an identity."""

    def to_html(self, context: Context) -> Element:
        """A short line."""
        return field.labelled_line(self.name, self.label(context.strings), f"line-{self.path[-1]}")


class Commitment(TitledPart):
    """Numbered statements, lines of one's own, signatures."""

    kind: ForAll[Literal["komitmen"]] = Field(alias="jenis")
    statements: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(alias="pernyataan")
    entries: list[lines.LineField] = Field(alias="isian", default=[])
    signatures: Annotated[list[Signature], Field(min_length=1)] = Field(alias="tanda_tangan")

    @model_validator(mode="after")
    def _signs_apart(self) -> Self:
        both = {entry.id for entry in self.entries} & {signature.id for signature in self.signatures}
        if both:
            raise UnfitError("id_isian_tanda_tangan", kata=min(both))
        return self

    def fields(self, form: str) -> list[FormField]:
        """Lines of one's own; of every signature name, NIP and date."""
        signed = [line for signature in self.signatures for line in self._signed(signature, form)]
        return [*lines.of(self, form, self.entries), *signed]

    @property
    def required(self) -> list[Path]:
        """Of a signature its name is enough."""
        return [path for path in super().required if len(path) == 2 or path[-1] == "nama"]

    def _signed(self, signature: Signature, form: str) -> list[SignatureLine]:
        titles = {key: f"instrumen.identitas.{key}" for key in SIGNATURE_LINES}
        return [SignatureLine(self.place(form, signature.id, key), title) for key, title in titles.items()]

    def to_html(self, form: str, context: Context) -> Element:
        """Statements, lines, then a block for each signer."""
        return e(
            "section",
            field.title(self.title, context),
            e("ol", *(e("li", context.prose(text)) for text in self.statements), class_="statements"),
            *(line.to_html(context) for line in lines.of(self, form, self.entries)),
            e(
                "div",
                *(self._block(signature, form, context) for signature in self.signatures),
                class_="signatures",
            ),
            class_="lines commitment",
        )

    def _block(self, signature: Signature, form: str, context: Context) -> Element:
        return e(
            "fieldset",
            e("legend", context.prose(signature.title)),
            e("p", context.prose(signature.note), class_="signature-note") if signature.note else None,
            e("p", context.strings("formulir.tanda_tangan"), class_="signature-word"),
            e("div", class_="signature-room"),
            *(line.to_html(context) for line in self._signed(signature, form)),
            class_="signature",
        )
