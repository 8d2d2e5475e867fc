"""The theme's files and templates as the host finds them, faster than it finds them itself."""

import os
from collections.abc import Callable, Iterator

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates by their name, in the memory of the preview; one whose text has changed since is
    compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the host what it compiled before; it compares the texts itself."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the host has compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


class ThemeFiles(FileSystemLoader):
    """Lists only what the host may copy: not the ten thousand icons, whose folder is hidden. Any file is
    found by its name."""

    def list_templates(self) -> list[str]:
        """The names of all files of the theme that are not hidden."""
        return sorted({name for place in self.searchpath for name in _shown(place)})


def _shown(place: str) -> Iterator[str]:
    for folder, inside, names in os.walk(place):
        inside[:] = [name for name in inside if not name.startswith(".")]
        below = os.path.relpath(folder, place).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def lean(make: Callable[[], Environment]) -> Callable[[], Environment]:
    """The host's way to make the environment of its templates, with `ThemeFiles`."""

    def made() -> Environment:
        environment = make()
        if isinstance(environment.loader, FileSystemLoader):
            environment.loader = ThemeFiles(environment.loader.searchpath)
        return environment

    return made
