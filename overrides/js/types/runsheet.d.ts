/* The run-sheet that lives (js/runsheet/). All times are whole minutes since midnight. */

/** A stage, a pause or anything else of a session; `fixed`: a time of its own, `least`: the minutes of a stage that is shortened. */
interface RunItem {
  id: string;
  kind: "teach" | "pause" | "other";
  minutes: number;
  least: number;
  fixed: number | null;
  /** A pause that moves to the border of a stage near its time. */
  loose?: boolean;
  /** A pause that is held only while there is something left to teach. */
  optional?: boolean;
  continued?: boolean;
}

/** A stretch of time; free time has no id. */
interface RunPiece {
  id: string;
  start: number;
  end: number;
  continued: boolean;
}

/** Something was begun; `open`: what ran before it is not finished. */
interface RunStep {
  id: string;
  begun: number;
  open: boolean;
}

/** What happened on a day (YYYY-MM-DD); `extra`: minutes more, before the start under "". `before` are the states that an
    undoing goes back to, as texts. */
interface Run {
  day: string;
  before: string[];
  steps: RunStep[];
  extra: Numbers;
  short: Numbers;
}

interface RunState {
  done: RunPiece[];
  current: RunPiece | null;
  ahead: RunPiece[];
  end: number;
  late: number;
  isOver: boolean;
}

/** A sheet with what happened on it so far; `plan`: its stretches as they were planned, `names` by id. */
interface RunSheet {
  key: string;
  file: string;
  start: number;
  items: RunItem[];
  names: Texts;
  /** What to cut short, by id. */
  shortcuts: Texts;
  plan: RunPiece[];
  run: Run;
}

interface Shared {
  timing: {
    schedule(items: RunItem[], start: number): RunPiece[];
    state(items: RunItem[], run: Run, start: number, now: number): RunState;
    due(items: RunItem[], run: Run, start: number): number;
    following(items: RunItem[], run: Run, start: number, now: number): RunStep;
    proposal(items: RunItem[], run: Run, start: number, now: number): Numbers;
  };
  clock: {
    shown(minutes: number): string;
    left(until: number, now: Date): string;
    minute(now: Date): number;
    day(now: Date): string;
  };
  kept: { blank(day: string): Run; before(run: Run): void; read(key: string, day: string): Run; write(key: string, run: Run): boolean; listen(key: string, changed: Act): void };
  runRecord: { csv(sheet: RunSheet, state: RunState, run: Run): string };
  board: { show(board: HTMLElement, sheet: RunSheet, state: RunState, now: Date, isOld: boolean): void };
  runRows: { prepare(list: HTMLElement): void; show(list: HTMLElement, sheet: RunSheet, state: RunState): void };
  shortcuts: { show(place: HTMLElement, sheet: RunSheet, state: RunState, changed: Act): void };
}
