"""Random work in three tabs of one browser against a few lines of truth: what was done last is what is there.

`./scripts/test --full` tries a thousand sequences. A failing one is shortened before it is shown.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.forms_on_screen import BOOK, PAIRS, REPEATABLE
from tests.browser.waiting import hold_back, let_through, until

pytestmark = pytest.mark.browser

FORMS = (REPEATABLE, PAIRS, "ik-7-5")
BLANK = {REPEATABLE: {"1", "2", "3", "4"}}
"""The printed rows of a form's table."""
STORED = {
    REPEATABLE: {"instrumen.1.jenis": "lama", "instrumen.5.hasil": "lima", "terlewat.warga": "w"},
    PAIRS: {"kebiasaan.p1.a": "ya", "kebiasaan.p3.b": "ya"},
    "ik-7-5": {"belanja.b1.pilihan-1": "ya", "kepala.desa": "lama"},
}
"""A record of an earlier edition, in the second schema."""
FILE = {
    REPEATABLE: {"instrumen.2.jenis": "impor", "instrumen.7.hasil": "tujuh"},
    PAIRS: {"kebiasaan.p2.a": "ya", "kebiasaan.p4.b": "ya"},
    "ik-7-5": {"belanja.b2.komentar": "impor", "kepala.desa": "impor"},
}
"""Records loaded from a file."""


@dataclass
class Model:
    """The truth: texts by field, rows, when each was last touched, and what can be brought back."""

    blank: set[str]
    texts: dict[str, str]
    rows: dict[str, bool]
    touched: dict[str, int] = field(default_factory=dict)
    now: int = 0

    def put(self, texts: dict[str, str], rows: dict[str, bool] | None = None) -> None:
        self.now += 1
        self.texts |= texts
        self.rows |= rows or {}
        self.touched |= dict.fromkeys([*texts, *(rows or {})], self.now)

    def remove(self, row: str) -> dict[str, str]:
        gone = {place: text for place, text in self.texts.items() if _row(place) == row and text}
        self.put(dict.fromkeys(gone, ""), {row: False})
        return gone

    def clear(self) -> tuple[int, dict[str, str], dict[str, bool]]:
        before = (self.now, self.texts, self.rows)
        self.texts, self.rows = {}, dict.fromkeys(self.blank, True)
        return before

    def bring_back(self, since: int, texts: dict[str, str], rows: dict[str, bool]) -> None:
        self.put(
            {place: text for place, text in texts.items() if self.touched.get(place, 0) <= since},
            {row: there for row, there in rows.items() if self._last(row) <= since},
        )

    def _last(self, row: str) -> int:
        """When a row, or what is written in it, was last touched."""
        places = [row, *(place for place, text in self.texts.items() if text and _row(place) == row)]
        return max(self.touched.get(place, 0) for place in places)

    def shown(self) -> tuple[dict[str, str], list[str]]:
        texts = {place: text for place, text in self.texts.items() if text}
        rows = {row for row, there in self.rows.items() if there}
        rows |= {_row(place) for place in texts if _row(place)}
        return texts, sorted(rows or (self.blank and {"1"}), key=int)


def _row(place: str) -> str:
    steps = place.split(".")
    return steps[1] if len(steps) == 3 and steps[1].isdigit() else ""


TOOLS = """() => {
  const form = document.querySelector('form.instrument');
  const place = field => field.name.slice(form.dataset.instrument.length + 1);
  const fields = () => Array.from(form.elements).filter(one => one.name && !one.closest('.line-total'));
  const some = (list, number) => list[number % list.length];
  const press = button => Boolean(button) && (button.click(), true);
  const there = async place => {
    for (let wait = 0; wait < 5000 && !document.querySelector(place); wait += 1)
      await new Promise(soon => setTimeout(soon, 1));
    return document.querySelector(place);
  };
  const menu = () => {
    document.querySelector('.more-actions').open = true;
    return there('.more-clear .button');
  };
  const acts = {
    type(number, text) {
      const typed = some(fields().filter(one => one.type !== 'checkbox'), number);
      if (!typed) return null;
      const before = typed.value;
      typed.focus();
      typed.value = text;
      if (typed.value === before) return null; // nobody can type what is there already
      typed.dispatchEvent(new Event('input', { bubbles: true }));
      return { [place(typed)]: typed.value };
    },
    tick(number) {
      const box = some(fields().filter(one => one.type === 'checkbox'), number);
      if (!box) return null;
      box.click();
      const row = Array.from(box.closest('tr').querySelectorAll('input[type=checkbox]'));
      const told = box.checked ? row : [box];
      return Object.fromEntries(told.map(one => [place(one), one.checked ? 'ya' : '']));
    },
    add() {
      if (!press(form.querySelector('.row-actions > .button'))) return null;
      return Array.from(form.querySelectorAll('[data-row]')).pop().dataset.row;
    },
    remove(number) {
      const cross = some(Array.from(form.querySelectorAll('.row-remove:not([hidden])')), number);
      const row = cross && cross.closest('tr').dataset.row;
      return press(cross) ? row : null;
    },
    restore() { return press(form.querySelector('.row-status .button')); },
    async clear() {
      if (!press(await menu())) return false;
      return press(document.querySelector('.ask .button'));
    },
    undo() { return press(document.querySelector('.keep-offer .button')); },
    async load(text) {
      await menu();
      const given = new DataTransfer();
      given.items.add(new File([text], 'isian.json'));
      const chosen = document.querySelector('.file-button input');
      chosen.files = given.files;
      chosen.dispatchEvent(new Event('change'));
      await there('.preview');
      return press(document.querySelector('.preview-actions .button'));
    },
    leave() { window.dispatchEvent(new Event('pagehide')); },
    async sees(texts, rows) {
      const wanted = JSON.stringify([Object.entries(texts).sort(), rows]);
      const now = () => (seen => JSON.stringify([Object.entries(seen[0]).sort(), seen[1]]))(acts.shown());
      const soon = () => new Promise(done => setTimeout(done, 5));
      for (let wait = 0; wait < 100 && now() !== wanted; wait += 1) await soon();
      return acts.shown();
    },
    shown() {
      const texts = {};
      fields().forEach(one => {
        const text = one.type === 'checkbox' ? (one.checked ? 'ya' : '') : one.value;
        if (text) texts[place(one)] = text;
      });
      const rows = Array.from(form.querySelectorAll('[data-row]'), row => row.dataset.row);
      const sums = Array.from(form.querySelectorAll('.line-total input'), one => one.value);
      return [texts, rows, sums];
    },
  };
  window.acts = acts;
}"""
NOT_NEEDED = ["*.css*", "*.woff2*", "*/bundle*", "*.svg*", "*.png*", "*/sw.js*"]
"""Operations that would only take time."""


class Tabs:
    """Three tabs of one browser; each act is done on the screen, then in the model."""

    def __init__(self, context: BrowserContext, form: str, is_old: bool) -> None:
        self.context, self.form = context, form
        self.pages: list[Page | None] = [None, None, None]
        self.undo: dict[tuple[int, str], Callable[[], None]] = {}
        blank = BLANK.get(form, set())
        self.model = Model(blank, {}, dict.fromkeys(blank, True))
        if is_old:
            self.start_from_old()
        self.open(0)

    def start_from_old(self) -> None:
        rows = {"instrumen": ["1", "3", "4", "5"]} if self.form == REPEATABLE else {}
        record = {"schema": 2, "time": 1, "fields": STORED[self.form], "rows": rows}
        put = f"localStorage.setItem('{BOOK}/{self.form}', {json.dumps(json.dumps(record))})"
        self.context.add_init_script(f"if (!localStorage.length) {put}")
        self.model.texts = dict(STORED[self.form])
        if rows:
            self.model.rows = {row: row != "2" for row in ("1", "2", "3", "4", "5")}

    def act(self, tab: int, name: str, *values: object) -> Any:
        page = self.pages[tab]
        return page and page.evaluate(f"values => acts.{name}(...values)", list(values))

    # What a person does.

    def open(self, tab: int, *_: object) -> None:
        if self.pages[tab] is None:
            self.pages[tab] = page = self.context.new_page()
            session = self.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.setBlockedURLs", {"urls": NOT_NEEDED})
            self.visit(tab)

    def visit(self, tab: int, wait: str = "load") -> None:
        page = self.pages[tab]
        assert page is not None
        page.goto(f"/modul-{int(self.form.split('-')[1]):02}/{self.form}/", wait_until=wait)  # type: ignore[arg-type]
        until(page, "() => Boolean(document.querySelector('.sheet-foot'))")
        page.evaluate(TOOLS)
        self.undo.pop((tab, "restore"), None)
        if wait == "load":
            self.look_for_offer(page, tab)

    def look_for_offer(self, page: Page, tab: int) -> None:
        """A clearing is offered to be undone again after a reload, a file is not."""
        if self.undo.get((tab, "undo")):
            page.wait_for_timeout(200)
            if not page.locator(".keep-offer .button").count():
                self.undo.pop((tab, "undo"))

    def reload(self, tab: int, *_: object) -> None:
        if self.pages[tab]:
            self.visit(tab)

    def close(self, tab: int, *_: object) -> None:
        page = self.pages[tab]
        if page:
            page.goto("about:blank")
            page.close()
            self.pages[tab] = None
            self.undo = {key: back for key, back in self.undo.items() if key[0] != tab}

    def early(self, tab: int, number: int, text: str) -> None:
        """Typed on a slow line: the form is there, its script is not."""
        page = self.pages[tab]
        if not page:
            return
        held = hold_back(page, "**/form.js*")
        self.visit(tab, "commit")
        typed = self.act(tab, "type", number, text)
        let_through(page, held)
        page.wait_for_load_state("load")
        page.unroute("**/form.js*")
        self.look_for_offer(page, tab)
        self.put_early(tab, {place: words for place, words in (typed or {}).items() if words})

    def put_early(self, tab: int, typed: dict[str, str]) -> None:
        """Typed texts that replace others: those are offered."""
        model = self.model
        old = {place: text for place in typed if (text := model.texts.get(place)) and text != typed[place]}
        model.put(typed)
        if old:
            since = model.now
            self.undo[tab, "undo"] = lambda: model.bring_back(since, old, {})

    def type(self, tab: int, number: int, text: str) -> None:
        self.model.put(self.act(tab, "type", number, text) or {})

    def tick(self, tab: int, number: int, _: str) -> None:
        self.model.put(self.act(tab, "tick", number) or {})

    def add(self, tab: int, *_: object) -> None:
        if row := self.act(tab, "add"):
            self.model.put({}, {row: True})
            self.undo.pop((tab, "restore"), None)

    def remove(self, tab: int, number: int, _: str) -> None:
        self.agree()
        if row := self.act(tab, "remove", number):
            gone, model = self.model.remove(row), self.model
            self.undo[tab, "restore"] = lambda: model.put(
                {place: text for place, text in gone.items() if not model.texts.get(place)}, {row: True}
            )

    def clear(self, tab: int, *_: object) -> None:
        self.agree()
        if self.act(tab, "clear"):
            before, model = self.model.clear(), self.model
            self.undo[tab, "undo"] = lambda: model.bring_back(*before)

    def load(self, tab: int, *_: object) -> None:
        self.agree()
        texts, rows = FILE[self.form], {"7": True} if self.form == REPEATABLE else {}
        cells = {f"instrumen.{row}": "+" for row in rows}
        record = {"schema": 3, "time": 1, "fields": texts, "rows": cells}
        file = {"format": "buku-kerja", "schema": 3, "book": BOOK, "records": {self.form: record}}
        if not self.act(tab, "load", json.dumps(file)):
            return
        model = self.model
        old = {place: model.texts.get(place, "") for place in texts}
        old_rows = {row: model.rows.get(row, False) for row in rows}
        model.put(texts, rows)
        since = model.now
        self.undo[tab, "undo"] = lambda: model.bring_back(since, old, old_rows)

    def take_back(self, tab: int, number: int, _: str) -> None:
        name = ("restore", "undo")[number % 2]
        self.agree()
        back = self.undo.pop((tab, name), None)
        assert bool(self.act(tab, name)) == (back is not None), (name, tab)
        if back:
            back()

    # What is looked at.

    def agree(self) -> None:
        """All tabs show the truth once they have had a moment."""
        for tab in range(3):
            self.act(tab, "leave")
        for tab in range(3):
            self.sees_truth(tab)

    def sees_truth(self, tab: int) -> None:
        texts, rows = self.model.shown()
        seen = self.act(tab, "sees", texts, rows)
        assert seen is None or seen[:2] == [texts, rows], f"tab {tab} shows {seen[:2]}, not {[texts, rows]}"
        if seen and seen[2]:
            sides = [sum(place.endswith(f".{side}") for place in texts) for side in "ab"]
            assert seen[2] == [str(number) if any(sides) else "" for number in sides], f"totals in tab {tab}"

    def end(self) -> None:
        self.agree()
        for tab in range(3):
            self.close(tab)
        self.open(0)
        self.sees_truth(0)


ACTS = ["type"] * 6 + ["tick"] * 5 + ["add", "remove"] * 2
ACTS += ["open"] * 3 + ["take_back"] * 3 + ["clear", "load", "reload", "early", "close"]
WORDS = ["a", "bb", "", "c d\ne"]
Step = tuple[str, int, int, str]


@dataclass
class Sequence:
    """A form, whether an earlier edition kept something of it, and what is done."""

    form: str
    is_old: bool
    steps: list[Step]

    @classmethod
    def random(cls, seed: int) -> Sequence:
        dice = random.Random(seed)
        steps = [
            (dice.choice(ACTS), dice.randrange(3), dice.randrange(31), dice.choice(WORDS))
            for _ in range(dice.randint(8, 20))
        ]
        return cls(dice.choice(FORMS), dice.random() < 0.3, steps)

    def failure(self, browser: Browser, base_url: str) -> str:
        """Why it fails; nothing when it holds."""
        with browser.new_context(base_url=base_url, locale="id-ID") as context:
            tabs = Tabs(context, self.form, self.is_old)
            try:
                for name, tab, number, text in self.steps:
                    getattr(tabs, name)(tab, number, text)
                tabs.end()
            except AssertionError as wrong:
                return str(wrong)
        return ""

    def shortened(self, browser: Browser, base_url: str) -> Sequence:
        """Without every step that the failure does not need; each step is left out once."""
        shortest = self
        for index in reversed(range(len(self.steps))):
            fewer = [*shortest.steps[:index], *shortest.steps[index + 1 :]]
            shorter = Sequence(self.form, self.is_old, fewer)
            if shorter.failure(browser, base_url):
                shortest = shorter
        return shortest


def check(seeds: range, browser: Browser, base_url: str) -> None:
    for seed in seeds:
        sequence = Sequence.random(seed)
        if wrong := sequence.failure(browser, base_url):
            shortest = sequence.shortened(browser, base_url)
            again = shortest.failure(browser, base_url)
            pytest.fail(f"{seed}: {wrong}\nshortest: {shortest}\n{again or 'which held when tried again'}")


def test_forty_sequences(browser: Browser, base_url: str) -> None:
    check(range(40), browser, base_url)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(10))
def test_a_thousand_sequences(browser: Browser, base_url: str, hundred: int) -> None:
    check(range(40 + 100 * hundred, 140 + 100 * hundred), browser, base_url)
