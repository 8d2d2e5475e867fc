"""Random actions on the page against ten lines of truth: texts by places, and what each change undoes."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.marks.typing import Column, part, places, sheet, shown

pytestmark = pytest.mark.browser

FORMS = ("A", "B")
MODULE = 3


@dataclass
class Truth:
    """Texts by places, with the states before each change that can be undone."""

    now: dict[str, str] = field(default_factory=dict)
    before: list[dict[str, str]] = field(default_factory=list)

    def change(self, changes: dict[str, str]) -> None:
        new = {place: text for place, text in (self.now | changes).items() if text}
        if new != self.now:
            self.before.append(self.now)
            self.now = new

    def undo(self) -> None:
        self.now = self.before.pop() if self.before else self.now


@dataclass
class Walk:
    """A facilitator who does anything at any time."""

    page: Page
    chance: random.Random
    folder: Path
    truth: Truth = field(default_factory=Truth)

    def people(self) -> list[str]:
        return sorted({place.split("/")[1] for place in self.truth.now if place.startswith("orang/")})

    def add(self) -> None:
        count, taken = self.chance.randint(1, 3), [int(who[1:]) for who in self.people()]
        part(self.page, "Peserta")
        self.page.get_by_label("Banyaknya orang tanpa nama").fill(str(count))
        self.page.locator(".marks-line").get_by_role("button", name="Tambahkan").click()
        first = max(taken, default=0) + 1
        self.truth.change({f"orang/p{n}/nomor": str(n) for n in range(first, first + count)})

    def name(self) -> None:
        if who := self.someone():
            part(self.page, "Peserta")
            words = self.chance.choice(("Sri", "Budi", "", "<b>&", "Ani, S.Sos."))
            self.page.locator(f"[data-place='orang/{who}/nama']").fill(words)
            self.truth.change({f"orang/{who}/nama": words})

    def type(self) -> None:
        """Into a field that may hold something: keys take its place, or take it away."""
        if who := self.someone():
            form = self.chance.choice(FORMS)
            column = self.chance.choice(sheet(self.page, MODULE, form))
            place = f"tes-{MODULE}-{form}/{who}/{column['id']}"
            self.page.locator(f"[data-place='{place}']").focus()
            text = self.keys(column)
            if text:
                self.page.keyboard.type(text)
            else:
                self.page.keyboard.press("Delete")
            self.truth.change({place: "".join(sorted(text)) if column["kind"] == "several" else text})

    def keys(self, column: Column) -> str:
        if self.chance.random() < 0.2:
            return self.chance.choice(("", "-"))
        return "".join(self.chance.sample(column["letters"], column["slots"]))

    def remove(self) -> None:
        if who := self.someone():
            part(self.page, "Peserta")
            self.page.get_by_role("button", name=re.compile(rf"peserta {who[1:]} dengan")).click()
            self.truth.change({place: "" for place in self.truth.now if place.split("/")[1] == who})

    def undo(self) -> None:
        self.page.keyboard.press("Control+z")
        self.truth.undo()

    def reload(self) -> None:
        self.page.reload()

    def bring(self) -> None:
        """A file that this page saved elsewhere."""
        texts = {f"orang/p{n}/{what}": f"{n}" for n in (1, 50) for what in ("nomor", "nama")}
        book = self.page.evaluate("HandbookData.book")
        file = self.folder / "nilai.json"
        file.write_text(json.dumps({"format": "nilai", "book": book, "places": texts}), encoding="utf-8")
        part(self.page, "Laporan dan berkas")
        self.page.evaluate("document.querySelector('.marks-said').textContent = ''")
        self.page.locator("input[type=file]:visible").set_input_files(file)
        expect(self.page.locator(".marks-said")).to_contain_text("dimuat")
        self.truth.change(texts)

    def wipe(self) -> None:
        part(self.page, "Laporan dan berkas")
        self.page.get_by_role("button", name="Hapus semua").click()
        self.page.get_by_role("dialog").get_by_role("button", name="Hapus semua").click()
        self.truth = Truth()

    def someone(self) -> str:
        return self.chance.choice(self.people() or [""])


@pytest.mark.parametrize("seed", [1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 20))])
def test_random_actions_leave_what_the_truth_has(marks_page: Page, tmp_path: Path, seed: int) -> None:
    walk = Walk(marks_page, random.Random(seed), tmp_path)
    steps = {
        walk.add: 2,
        walk.name: 3,
        walk.type: 12,
        walk.remove: 1,
        walk.undo: 6,
        walk.reload: 1,
        walk.bring: 1,
    }
    for _ in range(60):
        [step] = walk.chance.choices([*steps, walk.wipe], [*steps.values(), 0.3])
        step()
        assert places(marks_page) == walk.truth.now
        for place, text in shown(marks_page).items():
            assert text == walk.truth.now.get(place, "")
