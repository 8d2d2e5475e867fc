/* The page of marks: its data, what its scripts give to each other. Places are `sheet/row/column`, values texts. */

interface AnswerColumn {
  id: string;
  number: string;
  kind: "one" | "several" | "match" | "order" | "right" | "points" | "scale";
  title: string;
  letters: string;
  slots: number;
  right: string;
  worth: number;
  measures: string;
  accepted: string[];
}
type TestForm = "A" | "B" | "K";
interface TestBank {
  number: number;
  title: string;
  indicators: { number: string; text: string }[];
  passing: { percent: number; least: number; whole: number } | null;
  forms: Record<TestForm, AnswerColumn[]>;
  quiz: string;
}
interface EvaluationSheet {
  id: string;
  title: string;
  each: "hari" | "orang" | "";
  columns: AnswerColumn[];
  open: string[];
}
interface ActionPlan {
  form: string;
  title: string;
  own: { nama?: string; kecamatan?: string };
  part: string;
  /** The ids of the columns that are gathered, by what they tell. */
  shown: Record<string, string>;
}
interface MarksData {
  modules: TestBank[];
  evaluations: EvaluationSheet[];
  plan: ActionPlan | null;
  /** Heads of columns by which tables from elsewhere are understood, in small letters. */
  heads: Record<string, string[]>;
  /** Names of sheets in the course's workbook; the heads of points of whole tests, each with the sheet of the test. */
  workbook: { people: string; marks: string; plans: string; tests: Texts };
}

/** A change: what its places hold afterwards; an empty text empties a place. */
type PlaceTexts = Record<string, string>;
interface Person {
  id: string;
  number: string;
  name: string;
  district: string;
}
/** A row of a sheet: what is typed of it, by the ids of the columns. */
interface AnswerRow {
  id: string;
  answers: Texts;
  /** The points of the whole test, where they alone are known. */
  sum?: string;
}
interface Taker {
  id: string;
  /** By item; none where the points of the whole test alone are known. */
  points: number[];
  total: number;
  mark: number;
}
interface ItemResult {
  /** The share of its points that was reached, of 1; null without takers. */
  difficulty: number | null;
  /** The correlation of its points with those of the other items; null where one of both never differs. */
  discrimination: number | null;
  /** How many pressed each key. */
  counts: Numbers;
  /** Wrong keys that nobody pressed. */
  unused: string[];
  blank: number;
}
interface TestResult {
  whole: number;
  takers: Taker[];
  items: ItemResult[];
  mean: number | null;
  lowest: number | null;
  highest: number | null;
}
interface Gain {
  both: { id: string; before: number; after: number; gain: number }[];
  mean: number | null;
  indicators: { number: string; before: number | null; after: number | null }[];
}
interface Rated {
  counts: number[];
  mean: number | null;
}
/** A table as it is shown, printed and put into a spreadsheet; marks of 100 and shares are numbers. */
interface ShownTable {
  title: string;
  heads: string[];
  rows: (string | number | null)[][];
  /** Widths of the columns in characters. */
  widths: number[];
  note?: string;
}
/** A sheet to type in; `total` gives the words at the end of a row. */
interface Grid {
  sheet: string;
  title: string;
  first: string;
  columns: AnswerColumn[];
  rows: { id: string; name: string }[];
  open: string[];
  total?: (row: string) => string;
  /** The next empty row, where rows follow as one types. */
  next?: (rows: number) => { id: string; name: string };
}

interface Marks {
  data: MarksData;
  judge: {
    points(column: AnswerColumn, given: string): number;
    clean(column: AnswerColumn, text: string): string;
    isFull(column: AnswerColumn, text: string): boolean;
  };
  statistics: {
    test(columns: AnswerColumn[], rows: AnswerRow[]): TestResult;
    gain(bank: TestBank, before: AnswerRow[], after: AnswerRow[]): Gain;
    passes(bank: TestBank, points: number): boolean;
    rated(columns: AnswerColumn[], rows: AnswerRow[]): Rated[];
    doubles(columns: AnswerColumn[], rows: AnswerRow[]): string[][];
    namesakes(people: Person[]): string[][];
  };
  keep: {
    get(place: string): string;
    places(): string[];
    /** Whether anything is different now. */
    change(changes: PlaceTexts, joins?: boolean): boolean;
    /** What is typed in a field; until it is left all of it is one change. */
    typed(field: HTMLInputElement, text: string): void;
    undo(): string[];
    canUndo(): boolean;
    forget(isGone: (place: string) => boolean): void;
    wipe(): void;
    problem(): "" | "off" | "full";
    listen(changed: (isElsewhere: boolean) => void): void;
  };
  people: {
    all(): Person[];
    called(person: Person): string;
    add(named: { name: string; district?: string }[]): PlaceTexts;
    /** The changes that put texts into the sheets of people by their names; who is new is added. */
    named(name: string, district: string, taken: PlaceTexts): string;
    remove(id: string): void;
    rows(sheet: string, columns: AnswerColumn[]): AnswerRow[];
    nameless(): void;
  };
  sheets: {
    ofTest(bank: TestBank, form: TestForm): string;
    ofEvaluation(sheet: EvaluationSheet, number: string): string;
    /** The numbers of the rows that hold anything. */
    numbers(sheet: string): string[];
    rated(sheet: string, columns: AnswerColumn[]): AnswerRow[];
  };
  tables: {
    people(bank: TestBank): ShownTable;
    indicators(bank: TestBank): ShownTable;
    items(bank: TestBank, form: TestForm): ShownTable;
    rated(sheet: EvaluationSheet, number: string): ShownTable;
    comments(sheet: EvaluationSheet, number: string): ShownTable;
    plans(): ShownTable;
    rows(bank: TestBank, form: TestForm): AnswerRow[];
  };
  bring: {
    file(text: string, called: string, changes: PlaceTexts): string;
    names(text: string): PlaceTexts;
    answers(text: string, bank: TestBank, form: TestForm): { changes: PlaceTexts; refused: string[] };
    plans(text: string): PlaceTexts;
    cells(text: string): string[][];
    heads(row: string[]): Record<string, number>;
    planned(rows: string[][], whose: (index: number) => string, changes: PlaceTexts): void;
  };
  workbook: {
    read(buffer: ArrayBuffer): Promise<Record<string, string[][]>>;
    take(sheets: Record<string, string[][]>, changes: PlaceTexts): void;
  };
  report: {
    print(): void;
    spreadsheet(): Uint8Array<ArrayBuffer>;
    save(): void;
    module(bank: TestBank): HTMLElement[];
    evaluations(): [sheet: EvaluationSheet, number: string][];
  };
  views: Record<string, (box: HTMLElement) => void>;
  page: { bank(): TestBank; refresh(): void; say(words: string): void; choice(key: string, options: [value: string, words: string][], chosen: string, act: (value: string) => void): HTMLElement };
  draw: {
    table(shown: ShownTable): HTMLElement;
    caption(words: string): HTMLElement;
    chart(bank: TestBank, gain: Gain): HTMLElement;
    facts(pairs: [key: string, value: string | number | null][]): HTMLElement;
    number(value: string | number | null): string;
  };
  grid(given: Grid): HTMLElement;
}

interface Shared {
  marks: Marks;
}
interface Window {
  HandbookMarks: MarksData;
}
