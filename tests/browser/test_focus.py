"""The keyboard's place is always in sight: marked, on the screen, not below the header; at 400 % zoom too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "module": "/modul-02/",
    "stage": "/modul-02/tahap-3/",
    "reading": "/modul-02/bacaan-2-1/",
    "instrument": "/modul-02/ik-2-1/",
    "repeatable": "/modul-05/ik-5-6/",
    "quiz": "/modul-02/kuis-2/",
    "workbook": "/buku-kerja/",
}
# A laptop of 1280 × 1024 at 400 %, a phone, a laptop.
SCREENS = {"zoomed": (320, 256), "phone": (360, 740), "desk": (1280, 800)}
STEPS = 70
# What of the focused element a reader does not see; nothing when all is well.
# Columns that follow the page are where they belong one picture after it moved.
HIDDEN = """async () => {
  for (let picture = 0; picture < 2; picture += 1) await new Promise(requestAnimationFrame);
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const words = (element.innerText || element.name || "").slice(0, 30);
  const name = `${element.tagName}.${element.className} ${words}`;
  const shown = element.matches(".md-option") ? element.form.querySelector("label:not([hidden])") : element;
  const style = getComputedStyle(shown);
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const box = [...shown.getClientRects()].find(box => box.width > 0 && box.height > 0);
  if (!marked) return `${name}: no mark`;
  if (!box) return `${name}: no box`;
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (left >= right || top >= bottom) return `${name}: off the screen`;
  const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y =>
    document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
  const own = point => point && (shown.contains(point) || point.closest("label")?.control === element);
  return points.some(own) ? "" : `${name}: covered by ${points[4]?.className}`;
}"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("kind", PAGES)
def test_the_focus_is_in_sight(page: Page, kind: str, screen: str) -> None:
    walk(page, kind, screen, "Tab")


@pytest.mark.parametrize(
    "screen", ["phone", *(pytest.param(name, marks=pytest.mark.slow) for name in ("zoomed", "desk"))]
)
@pytest.mark.parametrize("kind", PAGES)
def test_the_focus_is_in_sight_backwards(page: Page, kind: str, screen: str) -> None:
    walk(page, kind, screen, "Shift+Tab")


def walk(page: Page, kind: str, screen: str, key: str) -> None:
    """Press a key many times; what has the focus is seen every time."""
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(PAGES[kind])
    hidden, seen = [], 0
    for _ in range(STEPS):
        page.keyboard.press(key)
        found = page.evaluate(HIDDEN)
        seen += found is not None
        hidden += [found] if found else []
    assert seen > STEPS // 4
    assert hidden == [], "\n".join(hidden)
