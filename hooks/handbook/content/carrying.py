"""Values that a form takes over from others: source, target, and each pair of fields.

The scripts put in what the reader wrote there; without scripts the links lead to it.
"""

from collections.abc import Callable, Iterator

from handbook.content.instrument import Carry, Instrument, fields
from handbook.html import Context, Element, e

Forms = Callable[[str], Instrument | None]
"""Gives a form by its id, None while it is not written."""


def to_html(instrument: Instrument, forms: Forms, context: Context) -> Element | None:
    """The carries of a form whose sources are there; nothing when there are none."""
    boxes = [box for carry in instrument.carries for box in _box(carry, instrument, forms, context)]
    if not boxes or context.is_print:
        return None
    title = e("h2", context.strings("instrumen.ambilan"), id=f"{instrument.id}-ambilan")
    sources = dict.fromkeys(carry.source_form for carry in instrument.carries)
    names = [source.label(context.strings) for id_ in sources if (source := forms(id_))]
    words = f"{context.strings('instrumen.ambilan_dari')} {', '.join(names)}"
    # One line for the sources, one for what the scripts say of them: nothing moves when they come.
    summary = e("summary", words, e("span", class_="carries-found", role="status"))
    return e("section", title, e("details", summary, *boxes), class_="carries", data_search_exclude="")


def _box(carry: Carry, instrument: Instrument, forms: Forms, context: Context) -> Iterator[Element]:
    id_, _, path = carry.source.partition(".")
    source = forms(id_)
    if source is None:
        return
    found = {place: words for place, words in places(source, context).items() if _is_in(place, path)}
    into = _places_into(carry, instrument, found, path, context)
    items = (e("li", words, data_place=place, data_into=into[place]) for place, words in found.items())
    link = context.link(id_, source.label(context.strings))
    said = context.strings("instrumen.ambilan_dari")
    yield e(
        "div",
        e("p", said, " ", link, ": ", source.title, class_="carry-source"),
        e("ul", *items, class_="carry-places"),
        e("p", class_="carry-status", role="status"),
        class_="carry",
        data_from=id_,
    )


def _is_in(place: str, path: str) -> bool:
    return place == path or place.startswith(f"{path}.")


def _places_into(
    carry: Carry, instrument: Instrument, found: dict[str, str], path: str, context: Context
) -> dict[str, str]:
    """For each source its field here: the one named, or that of the same name in the group named."""
    own = places(instrument, context)
    inside = {place: f"{carry.into}{place.removeprefix(path)}" for place in found}
    first = next((place for place in own if _is_in(place, carry.into)), carry.into)
    return {place: there if there in own else first for place, there in inside.items()}


def places(instrument: Instrument, context: Context) -> dict[str, str]:
    """Every field of a form in the order of the sheet: its place, and short words for it."""
    return {".".join(item.path): item.words(context.strings) for item in fields(instrument)}
