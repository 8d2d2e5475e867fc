/* What the scripts of a deck of slides give to each other. */

/** The time of a stage: milliseconds spent, and since when its clock runs (0 when it stands). */
interface StageClock {
  spent: number;
  since: number;
}
type StageClocks = Record<string, StageClock>;

/** What a window tells the other one; `asks` alone when it wants to know. */
interface ShownState {
  asks?: boolean;
  now: number;
  black: boolean;
  clocks: StageClocks;
}

interface Window {
  HandbookClock: {
    enter: (unit: string) => void;
    keep: () => void;
    recall: () => void;
    all: () => StageClocks;
    set: (found: StageClocks) => void;
    toggle: (unit: string) => void;
    restart: (unit: string) => void;
    left: (unit: string, minutes: number) => number;
  };
  HandbookWindow: {
    isPresenter: boolean;
    tell: (state: object) => void;
    isAlone: () => boolean;
    open: () => boolean;
    listen: (take: (state: ShownState) => void) => void;
  };
}
