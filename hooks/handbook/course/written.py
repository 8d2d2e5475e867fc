"""A proposal as the text of a plan that its author goes on with."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from string import Template

from handbook.authoring.scaffold import quoted
from handbook.book import Book
from handbook.course.layout import Block
from handbook.course.propose import Proposal, Proposer
from handbook.course.reading import units_of_book
from handbook.packs.clock import shown
from handbook.packs.timetable import TeachingUnit

SKELETONS = Path(__file__).parent / "skeletons"


def text_of(proposal: Proposal, book: Book, participants: int) -> str:
    """The whole text, in the language of the book."""
    settings, frame = book.settings, proposal.frame
    skeleton = (SKELETONS / f"{settings.book.language}.yml").read_text(encoding="utf-8")
    title = settings.strings("pelatihan.judul", judul=settings.book.short_title)
    return Template(skeleton).substitute(
        judul=quoted(title),
        zona=settings.session.zone,
        mulai=shown(frame.start),
        sampai=shown(frame.until),
        peserta=participants,
        fasilitator="\n".join(_facilitators(book)),
        kertas=settings.book.paper,
        edisi=settings.book.edition,
        menit="\n".join(_minutes(book)),
        hari="\n".join(_days(proposal, book)),
    )


def _facilitators(book: Book) -> Iterator[str]:
    for number in range(1, book.settings.session.facilitators + 1):
        name = book.settings.strings("paket.evaluasi.fasilitator.kolom", nomor=number)
        yield f"  - {{id: f{number}, nama: {quoted(name)}}}"


def _minutes(book: Book) -> Iterator[str]:
    for module, units in units_of_book(book).items():
        yield f"    {module}: [{', '.join(str(unit.minutes) for unit in units)}]"


def _days(proposal: Proposal, book: Book) -> Iterator[str]:
    proposer = Proposer(book)
    for date, blocks in zip(proposal.frame.dates(), proposal.days, strict=True):
        yield f"  - tanggal: {date}"
        yield "    acara:"
        for _, run in groupby(_begun(blocks), key=_run):
            yield f"      - {{{_item([*run], book, proposer)}}}"


def _begun(blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """The blocks that are written, with their places: not what is left of a stage after a break."""
    return [(index, block) for index, block in enumerate(blocks) if not block.continued]


def _run(pair: tuple[int, Block]) -> tuple[int, int]:
    """The same for stages of a module one after the other, another for every other block."""
    index, block = pair
    return (block.module, 0) if block.unit else (0, index)


def _item(run: Sequence[tuple[int, Block]], book: Book, proposer: Proposer) -> str:
    """`jenis: modul, nomor: 3, tahap: [1, 2]`."""
    block = run[0][1]
    if block.unit:
        return _teaching(block.module, [one.unit for _, one in run if one.unit], book)
    said = {"jenis": str(block.kind)}
    if block.form:
        said["bentuk"] = block.form
        tested = sorted(proposer.tested(block.form))
        if tested != sorted(units_of_book(book)):
            said["modul"] = f"[{', '.join(map(str, tested))}]"
    if block.at is not None:
        said["jam"] = shown(block.at)
    return ", ".join(f"{key}: {value}" for key, value in {**said, "menit": block.minutes}.items())


def _teaching(module: int, held: Sequence[TeachingUnit], book: Book) -> str:
    units = units_of_book(book)[module]
    said = [f"jenis: modul, nomor: {module}"]
    if len(held) < len(units):
        said.append(f"tahap: [{', '.join(_stages(held, units))}]")
    whole = {unit.id: unit.minutes for unit in units}
    if short := [f"{unit.number}: {unit.minutes}" for unit in held if unit.minutes < whole[unit.id]]:
        said.append(f"dipersingkat: {{{', '.join(short)}}}")
    return ", ".join(said)


def _stages(held: Sequence[TeachingUnit], units: Sequence[TeachingUnit]) -> Iterator[str]:
    """The numbers of stages; those of parts only where a stage is not held as a whole."""
    ids = {unit.id for unit in held}
    for stage, parts in groupby(units, key=lambda unit: unit.number.rstrip("ABCD")):
        there = list(parts)
        kept = [unit.number for unit in there if unit.id in ids]
        yield from [stage] if len(kept) == len(there) else kept
