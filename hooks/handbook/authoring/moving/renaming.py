"""A renaming: everything that gets another id, another printed number or another file, all at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

PREFIXES = {"instrumen": "ik", "bacaan": "bacaan", "box": "box", "gambar": "gambar", "tabel": "tabel"}
"""Kinds whose number begins with that of their module, with the first word of their ids."""
OF_MODULES = {"materi": "materi", "indikator": "indikator", **PREFIXES}
"""All kinds whose number begins with that of their module."""

_BY_MODULE = re.compile(
    rf"^(?P<kind>{'|'.join((*OF_MODULES.values(), 'tahap', 'modul', 'kuis', 'ulang'))})-(?P<module>\d+)"
)


@dataclass(frozen=True)
class Renaming:
    """Old names with new ones; what is not in a mapping keeps its name.

    `ids` and `numbers` are by the old id of a target, `files` by paths from the book's folder, `modules` by
    number, `order` by a module and a name in its list of files.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    modules: Mapping[int, int] = field(default_factory=dict)
    order: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def id(self, old: str) -> str:
        """The new id of a target; what stands in a module that is not written yet follows the module."""
        return self.ids.get(old) or _BY_MODULE.sub(self._renumbered, old)

    def _renumbered(self, match: re.Match[str]) -> str:
        number = int(match["module"])
        return f"{match['kind']}-{self.modules.get(number, number)}"

    def file(self, old: str) -> str:
        """The new path of a file."""
        return self.files.get(old, old)

    def module(self, old: int | None) -> int | None:
        """The new number of a module."""
        return self.modules.get(old, old) if old is not None else None

    def number(self, id_: str, old: str, module: int | None) -> str:
        """The new number of what has an old one; in a module that is not written it follows the module."""
        new = self.modules.get(module or 0)
        is_counted = "." in old or id_.partition("-")[0] in ("modul", "kuis", "ulang")
        return self.numbers.get(id_, f"{new}{old[len(str(module)) :]}" if new and is_counted else old)


def id_of(kind: str, number: str, module: int = 0) -> str:
    """The id that follows from a kind and a number: `ik-2-1`, `tahap-2-3b`."""
    if kind == "tahap":
        return f"tahap-{module}-{number.lower()}"
    return f"{OF_MODULES.get(kind, kind)}-{number.replace('.', '-')}"


def address_of(path: str) -> str:
    """The address on the site of a page with a path: `modul-02/ik-2-1/`."""
    name = path.removeprefix("docs/").rpartition(".")[0]
    return "" if name == "index" else name.removesuffix("/index") + "/"
