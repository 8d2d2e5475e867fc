"""The arithmetic of the running run-sheet (js/runsheet/timing.js), called from Python through node."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.conftest import PROJECT

TIMING = PROJECT / "overrides/js/runsheet/timing.js"
PROGRAM = """
const Handbook = {};
new Function("Handbook", require("fs").readFileSync(process.argv[1], "utf8"))(Handbook);
const timing = Handbook.timing;
// A session gone through: at each minute what is expected, then what comes next is begun.
timing.walk = function (items, start, minutes, extra, short) {
  const run = { day: "", before: [], steps: [], extra: {}, short: {} };
  return minutes.map(function (minute, index) {
    const running = run.steps.length ? run.steps[run.steps.length - 1].id : "";
    if (extra[index]) run.extra[running] = (run.extra[running] || 0) + extra[index];
    Object.assign(run.short, short[index]);
    const state = timing.state(items, run, start, minute);
    run.steps.push(timing.following(items, run, start, minute));
    return { state: state, run: JSON.parse(JSON.stringify(run)) };
  });
};
const calls = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = calls.map(function (call) { return timing[call[0]].apply(null, call[1]); });
process.stdout.write(JSON.stringify(found));
"""


def reckoned(calls: list[tuple[str, list[Any]]]) -> list[Any]:
    """The results of some calls, in one process."""
    done = subprocess.run(
        ["node", "-e", PROGRAM, str(TIMING)],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[Any] = json.loads(done.stdout)
    return found


Piece = tuple[str, int, int, bool]
"""Id, start, end, whether it goes on after a pause."""


def pieces(found: list[dict[str, Any]]) -> list[Piece]:
    """Stretches as plain values."""
    return [(one["id"], one["start"], one["end"], one["continued"]) for one in found]
