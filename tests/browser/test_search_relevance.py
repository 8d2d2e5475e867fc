"""The search finds what readers look for, on queries written from the book; beside it the theme's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import material
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.search.measure import Figures, Query, figures, queries, rank, shown
from tests.browser.server import serving

pytestmark = pytest.mark.browser

Found = dict[str, Any]
TUNED, UNSEEN, REVIEWED = "queries", "held-out", "said"
FIND = """words => {
  const find = HandbookSearch.open(HandbookIndex);
  return Object.fromEntries(words.map(text => [text, find(text).items]));
}"""
SECTIONS = """() => HandbookIndex.bagian.map(row => {
  const page = HandbookIndex.halaman[row[0]];
  return {location: page[0] + (row[1] && "#" + row[1]), title: row[3] || page[1], text: row[4]};
})"""
# The theme's worker with the settings that its plugin writes for language: id.
ASK_THEME = """async ([address, docs, words]) => {
  const worker = new Worker(address);
  const answer = message => new Promise(done => {
    worker.onmessage = event => done(event.data);
    worker.postMessage(message);
  });
  const fields = {title: {boost: 1000}, text: {boost: 1}, tags: {boost: 1000000}};
  const config = {lang: ["en"], separator: "[\\\\s\\\\-]+", pipeline: [" "], fields};
  await answer({type: 0, data: {config, docs, options: {suggest: false}}});
  const found = {};
  for (const text of words) found[text] = (await answer({type: 2, data: text})).data.items;
  return found;
}"""


@pytest.fixture(scope="module")
def asked() -> list[Query]:
    return queries(TUNED)


@pytest.fixture(scope="module")
def ours(engine: Page, asked: list[Query]) -> Found:
    found: Found = engine.evaluate(
        FIND, [query.words for query in [*asked, *queries(UNSEEN), *queries(REVIEWED)]]
    )
    return found


@pytest.fixture(scope="module")
def theirs(
    browser: Browser, engine: Page, asked: list[Query], tmp_path_factory: pytest.TempPathFactory
) -> Found:
    """The results of the theme's own search in the same sections."""
    folder = tmp_path_factory.mktemp("material")
    [worker] = (Path(material.__file__).parent / "templates/assets/javascripts/workers").glob("search.*.js")
    shutil.copy(worker, folder / "search.js")
    (folder / "index.html").write_text("<!doctype html><title>-</title>")
    words = [query.words for query in [*asked, *queries(UNSEEN)]]
    with serving(folder) as address:
        page = browser.new_page()
        page.goto(address)
        found: Found = page.evaluate(ASK_THEME, ["search.js", engine.evaluate(SECTIONS), words])
        page.close()
    return found


def test_every_expected_place_is_there(engine: Page, asked: list[Query]) -> None:
    there = {section["location"] for section in engine.evaluate(SECTIONS)}
    named = set().union(*(query.places for query in [*asked, *queries(UNSEEN), *queries(REVIEWED)]))
    assert named - there == set()


def test_finds_what_readers_look_for(ours: Found, asked: list[Query]) -> None:
    made = figures(ours, asked)
    assert len(asked) >= 60
    assert (made.recall >= 0.95, made.rank >= 0.90, made.empty) == (True, True, []), made


def test_finds_what_it_was_never_tuned_to(ours: Found) -> None:
    made = figures(ours, queries(UNSEEN))
    assert len(queries(UNSEEN)) == 20
    assert (made.recall >= 0.85, made.empty) == (True, []), made


def test_finds_what_readers_from_outside_missed(ours: Found) -> None:
    made = figures(ours, queries(REVIEWED))
    assert (made.recall, made.empty) == (1, []), made


def test_names_stand_above_texts_that_mention_them(ours: Found, asked: list[Query]) -> None:
    below = {
        query.words: [place[0] for place in shown(ours[query.words])[:3]]
        for query in asked
        if any(rank(choices, shown(ours[query.words])) != 1 for choices in query.on_top)
    }
    assert below == {}


def test_finds_more_than_the_theme(
    ours: Found, theirs: Found, asked: list[Query], capsys: pytest.CaptureFixture[str]
) -> None:
    unseen = queries(UNSEEN)
    table = {"ours": _both(ours, asked, unseen), "the theme's": _both(theirs, asked, unseen)}
    with capsys.disabled():
        for name, (tuned, held) in table.items():
            print(f"\nsearch, {name}: {_line(tuned)}; held out: {_line(held)}")  # noqa: T201
    (tuned, held), (their_tuned, their_held) = table.values()
    assert tuned.recall > their_tuned.recall + 0.2
    assert held.recall > their_held.recall


def _both(found: Found, asked: list[Query], unseen: list[Query]) -> tuple[Figures, Figures]:
    return figures(found, asked), figures(found, unseen)


def _line(made: Figures) -> str:
    return f"recall@5 {made.recall:.2f}, MRR {made.rank:.2f}, without a result {len(made.empty)}"
