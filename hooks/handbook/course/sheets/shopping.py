"""One list of what to have ready, over all modules: the materials that are no part of the book."""

from collections import defaultdict
from collections.abc import Sequence

from handbook.course.sheets.needed import Need, needs
from handbook.course.sheets.occasion import CourseOccasion
from handbook.html import Element, e
from handbook.packs import layout


def table(course: CourseOccasion) -> Element:
    """Each thing once, by name: when and where it is used, for how many, room for ticks."""
    s, found = course.s, defaultdict[str, list[Need]](list)
    for need in needs(course):
        if not need.mentioned:
            found[need.words.casefold()].append(need)
    heads = [s(f"lembar_pelatihan.belanja.{key}") for key in ("barang", "dipakai", "untuk", "ada", "beli")]
    rows = (_row(course, found[name]) for name in sorted(found))
    return layout.table(heads, rows, "shopping")


def _row(course: CourseOccasion, uses: Sequence[Need]) -> Element:
    ticks = (e("span", class_="tick-room") for _ in range(2))
    words = uses[0].words
    return layout.row(words[:1].upper() + words[1:], _when(course, uses), _for_whom(course, uses), *ticks)


def _when(course: CourseOccasion, uses: Sequence[Need]) -> str:
    """`Hari 1: Modul 1 Tahap 1, 3; Modul 2 Tahap 3A. Hari 2: …`."""
    by_day: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        by_day[course.label_of(use.day)][use.session.label].append(use.unit.number)
    return ". ".join(
        f"{day}: "
        + "; ".join(
            f"{module} {course.s('tahap.pendek', nomor=', '.join(numbers))}"
            for module, numbers in modules.items()
        )
        for day, modules in by_day.items()
    )


def _for_whom(course: CourseOccasion, uses: Sequence[Need]) -> str:
    """`30 orang, 6 kelompok`: the largest number of each kind that needs it at one time."""
    people = course.options.participants
    counts: dict[str, int] = {}
    for use in uses:
        kind = use.unit.grouping
        each = {
            "perorangan": people,
            "berpasangan": -(-people // 2),
            "kelompok": use.session.groups(use.unit),
        }
        counts[kind] = max(counts.get(kind, 0), each.get(kind, 1))
    return ", ".join(
        course.s(f"lembar_pelatihan.belanja.per.{kind}", jumlah=count) for kind, count in counts.items()
    )
