"""Reminders of a form that plans: which of its fields are the first day, the activities and their days.

On the site a script makes a calendar file of what the reader wrote; without scripts the days and what is
done on them can be read there.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from handbook.html import Context, Element, e, joined
from handbook.source.authored import Authored, ForAll, Text, Title, like

FieldPath = Annotated[str, like("tempat", r"^[a-z0-9-]+\.[a-z0-9-]+$")]
ColumnPath = Annotated[str, like("kolom_tabel", r"^[a-z0-9-]+\.\*\.[a-z0-9-]+$")]
"""A column of a table: `rencana.*.kegiatan`."""


class Occasion(Authored):
    """A day counted from the first one, which is day 1."""

    day: ForAll[int] = Field(alias="ke", ge=1, le=730)
    title: ForAll[Title] = Field(alias="judul")
    pages: ForAll[list[Text]] = Field(alias="buka", default=[])
    target: ForAll[ColumnPath | None] = Field(alias="sasaran", default=None)


class Reminders(Authored):
    """Fields of the form; `when` is a column with the day of an activity where somebody wrote one."""

    since: ForAll[FieldPath] = Field(alias="sejak")
    activity: ForAll[ColumnPath] = Field(alias="kegiatan")
    when: ForAll[ColumnPath | None] = Field(alias="waktu", default=None)
    days: ForAll[Annotated[list[Occasion], Field(min_length=1)]] = Field(alias="hari")

    @property
    def columns(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The columns with the keys that lead to each."""
        yield ("kegiatan",), self.activity
        if self.when:
            yield ("waktu",), self.when
        for number, occasion in enumerate(self.days):
            if occasion.target:
                yield ("hari", number, "sasaran"), occasion.target


def to_html(reminders: Reminders, context: Context) -> Element:
    """The days with what is opened on them, the place of the button, and in data what the scripts need."""
    s = context.strings
    data = {"data_since": reminders.since, "data_activity": reminders.activity}
    if reminders.when:
        data["data_when"] = reminders.when
    return e(
        "details",
        e("summary", s("pengingat.judul")),
        e("p", s("pengingat.guna")),
        e("ul", *(_occasion(occasion, context) for occasion in reminders.days)),
        e("p", class_="reminder-actions"),
        class_="reminders",
        data_search_exclude="",
        **data,
    )


def _occasion(occasion: Occasion, context: Context) -> Element:
    links = joined([context.link(id_, context.name(id_)) for id_ in occasion.pages])
    day = context.strings("pengingat.hari", hari=occasion.day)
    title = e("span", day, ": ", occasion.title, class_="reminder-title")
    data = {"data_day": str(occasion.day)}
    if occasion.target:
        data["data_target"] = occasion.target
    return e("li", title, *([". ", *links] if links else []), **data)
