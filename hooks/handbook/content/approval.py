"""pengesahan.yml: the approvals of modules, each of one text; written by `./scripts/approve`."""

import datetime
from typing import Annotated

from pydantic import Field

from handbook.source.authored import Authored, ForAll, Text, like


class ModuleApproval(Authored):
    """The approval of one module's text by a person in an office; it holds while the text has its digest."""

    module: ForAll[int] = Field(alias="modul", ge=1)
    name: ForAll[Text] = Field(alias="nama")
    position: ForAll[Text] = Field(alias="jabatan")
    date: ForAll[datetime.date] = Field(alias="tanggal")
    digest: ForAll[Annotated[str, like("sidik", r"^[0-9a-f]{16}$")]] = Field(alias="sidik")


class Approvals(Authored):
    """All approvals, one for each module at most."""

    entries: list[ModuleApproval] = Field(alias="pengesahan", default=[])
