"""Values that a form takes over from others: source, target, and each pair of fields.

The scripts put in what the reader wrote there; without scripts the links lead to it.
"""

from collections.abc import Callable, Iterator

from handbook.content.instrument import ANY_ROW, Carry, Instrument, fields, is_in
from handbook.html import Context, Element, e

Forms = Callable[[str], Instrument | None]
"""Gives a form by its id, None while it is not written."""


def to_html(instrument: Instrument, forms: Forms, context: Context) -> Element | None:
    """The carries of a form whose sources are there, a box for each source; nothing when there are none."""
    sources = dict.fromkeys(carry.source_form for carry in instrument.carries)
    there = [source for id_ in sources if (source := forms(id_))]
    if not there or context.is_print:
        return None
    title = e("h2", context.strings("instrumen.ambilan"), id=f"{instrument.id}-ambilan")
    names = ", ".join(source.label(context.strings) for source in there)
    words = f"{context.strings('instrumen.ambilan_dari')} {names}"
    # One line for the sources, one for what the scripts say of them: nothing moves when they come.
    summary = e("summary", words, e("span", class_="carries-found", role="status"))
    boxes = (_box(source, instrument, context) for source in there)
    return e("section", title, e("details", summary, *boxes), class_="carries", data_search_exclude="")


def _box(source: Instrument, instrument: Instrument, context: Context) -> Element:
    carries = [carry for carry in instrument.carries if carry.source_form == source.id]
    items = (item for carry in carries for item in _items(carry, source, instrument, context))
    link = context.link(source.id, source.label(context.strings))
    return e(
        "div",
        e(
            "p",
            context.strings("instrumen.ambilan_dari"),
            " ",
            link,
            ": ",
            source.title,
            class_="carry-source",
        ),
        e("ul", *items, class_="carry-places"),
        e("p", class_="carry-status", role="status"),
        class_="carry",
        data_from=source.id,
    )


def _items(carry: Carry, source: Instrument, instrument: Instrument, context: Context) -> Iterator[Element]:
    """Each field that is carried, and where to; `data-more` says where rows go that the reader added."""
    path = carry.source.partition(".")[2]
    own = places(instrument, context)
    for place, words in places(source, context).items():
        if _is_at(place, path):
            into = _into(carry, place, path, own)
            has_more = place.count(".") == 2 and (ANY_ROW in path or "." not in path)
            more = {"data_more": carry.into if ANY_ROW in carry.into else into} if has_more else {}
            yield e("li", words, data_place=place, data_into=into, **more)


def _into(carry: Carry, place: str, path: str, own: dict[str, str]) -> str:
    """The field here for one there: the one named, or that of the same name in the row or part named."""
    if ANY_ROW in carry.into:
        return carry.into.replace(ANY_ROW, place.split(".")[1])
    there = f"{carry.into}{place.removeprefix(path)}"
    return there if there in own else next((known for known in own if _is_at(known, carry.into)), carry.into)


def _is_at(place: str, path: str) -> bool:
    """Whether a field is the one that a path names, or lies in what it names."""
    return is_in(tuple(place.split(".")), tuple(path.split(".")))


def places(instrument: Instrument, context: Context) -> dict[str, str]:
    """Every field of a form in the order of the sheet: its place, and short words for it."""
    return {".".join(item.path): item.words(context.strings) for item in fields(instrument)}
