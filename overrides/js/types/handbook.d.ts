/* The shared object: what each script gives to the others. Scripts of `tools`, `sheet` and `offline` come when a reader
   asks for them (Handbook.load). */

type Act = () => void;
type Texts = Record<string, string>;
type Numbers = Record<string, number>;
type Outcome = "right" | "wrong" | "";

/** Groups map places ("part.row.column", a question, a stage) to values. */
interface Groups {
  rows?: Texts;
  fields?: Texts;
  outcomes?: Texts;
  done?: Numbers;
  scores?: Numbers;
}
type Group = keyof Groups;
type Values = Record<string, string | number>;
/** A value that is empty or missing empties its place. */
type Changes = { [G in Group]?: Record<string, string | number | undefined> };

/** What is kept of a form, a quiz, the stages or the reader: see schema.js and record.js. Times in milliseconds. */
interface Kept extends Groups {
  schema?: number;
  edition?: string;
  time: number;
  cleared?: number;
  times?: { [G in Group]?: Numbers };
}
type WholeRecord = Required<Omit<Kept, "schema" | "edition" | "times">> & { times: Record<Group, Numbers> };
type Records = Record<string, Kept>;

/** What a clearing took away; `until`: how long it can be had again. */
interface Cleared {
  time: number;
  before: Groups;
  until?: number;
}

/** What keeps a form, for the other subjects on its page. */
interface Keeper {
  isKept: boolean;
  changed(): void;
  follow(): void;
  record(): Kept;
  clear(): Cleared;
  restore(cleared: Cleared): void;
  note(words: string): void;
  offer(words: string, undo: Act): HTMLButtonElement;
}

/** Judges a kind of questions: see quiz.js. */
interface Judge {
  always?: boolean;
  prepare(question: Question): void;
  empty(question: Question): boolean;
  check(question: Question): boolean | string;
  clear(question: Question): void;
  given(question: Question): string;
  put(question: Question, text: string): void;
}

interface Difference {
  added: number;
  same: number;
  replaced: { old: string; new: string }[];
}

type Loaded = (problem: string, number: number, undo: Act | null) => void;

/** A cell of a spreadsheet; null where a merged cell has its place. */
type Cell = string | number | { text: string; bold?: boolean; plain?: boolean } | null;
interface Sheet {
  name: string;
  widths: number[];
  head: number;
  merges: string[];
  rows: Cell[][];
}

/** An activity of a plan; `day` is null when the words of `when` are no day. */
interface PlannedRow {
  row: string;
  title: string;
  when: string;
  day: number | null;
  notes: string;
}
/** A whole day; see calendar.js. */
interface CalendarEvent {
  id: string;
  day: number;
  title: string;
  notes: string;
}

/** The list of what is saved of a module; sizes in bytes. */
interface Parcel {
  name: string;
  version: string;
  files: string[];
  bytes: number;
  space?: number;
  shared?: string;
  when?: number;
}

interface Shared {
  data: { book: string; edition: string; language: string; words: Texts; aliases: Texts };
  ready(start: Act): void;
  word(key: string, values?: Record<string, string | number>): string;
  make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Texts, text?: string): HTMLElementTagNameMap[K];
  button(key: string, act: Act, plain?: boolean): HTMLButtonElement;
  get<E extends HTMLElement = HTMLElement>(place: ParentNode, selector: string): E;
  shelf(name: "sessionStorage" | "localStorage"): Storage | null;
  load(name: string, then: Act, failed?: Act): void;
  time(moment: number): string;
  schema: {
    version: number;
    upgrade(record: any, id: string): Kept | null;
    place(path: string, aliases: Texts): string;
    rename(record: Kept, old: string, id: string, aliases: Texts): Kept;
  };
  record: {
    GROUPS: Group[];
    change(record: Kept, changes: Changes): WholeRecord;
    clear(record: Kept | null): WholeRecord;
    join(one: Kept | null, other: Kept | null): WholeRecord;
    undo(record: Kept, before: Groups, time: number, changes?: Changes): Changes;
    same(one: Kept | null, other: Kept | null): boolean;
    isEmpty(record: Kept | null): boolean;
    lean(record: Kept, bare?: boolean): Kept;
  };
  journal: {
    put(key: string, record: Kept): Promise<boolean>;
    all(prefix: string): Promise<Records>;
    wipe(prefix: string, key: string, record: Kept): Promise<boolean>;
  };
  store: {
    read(id: string): Kept | null;
    blank(): Kept;
    change(changes: Record<string, Changes>): Act | null;
    merge(id: string, record: Kept): Kept | null;
    live(record: Kept | null): Kept | null;
    sure(id: string, told: (isSure: boolean) => void): void;
    wipe(): void;
    ids(all?: boolean): string[];
    listen(id: string, changed: Act): void;
    problem(): string;
  };
  undo: {
    keep(id: string, cleared: Cleared): Cleared & { until: number };
    take(id: string): (Cleared & { until: number }) | null;
    end(id: string): void;
    isWiped(cleared: Cleared): boolean;
  };
  stages: { ID: string; done(): Numbers };
  place: { forget(): void };
  fields: {
    GRID: string;
    all(form: Form): Field[];
    place(form: Form, field: Field): string;
    text(field: Field): string;
    values(form: Form): Texts;
    put(form: Form, texts: Texts): void;
    fill(form: Form, texts: Texts): void;
  };
  rows: { start(form: Form, changed: Act): void; values(form: Form): Texts; fill(form: Form, record: Partial<Kept>): void; open(form: Form, place: string): void };
  picks: { start(form: Form): void; show(form: Form): void };
  choices: { start(form: Form): void; mates(field: Field): Field[] };
  totals: { start(form: Form): void };
  keep: { start(form: Form, bar: HTMLElement): Keeper };
  carry: { start(form: Form): void };
  self: { ID: string; read(): Texts; keep(fields: Texts): boolean };
  offers: { start(form: Form, keeper: Keeper): void };
  rowStrip: { start(form: Form): void };
  ask(words: string, yes: string, act: Act): void;
  clear: { button(form: Form, keeper: Keeper): HTMLButtonElement; start(form: Form, keeper: Keeper): void };
  file: {
    pack(records: Records): string;
    open(text: string): Records;
    download(content: BlobPart, called: string, type: string): void;
    share(content: string, what: string): Promise<void> | void;
    choose(key: string, opened: (text: string) => void): HTMLElement;
    name(what: string, ending: string): string;
  };
  merge: { compare(here: Kept | null, there: Kept): Difference; changes(here: Kept | null, there: Kept): Changes };
  preview: { open(place: HTMLElement, records: Records, titles: (id: string) => string, loaded: Loaded): void };
  reminders: { start(form: Form, keeper: Keeper): void };
  day(text: string): number | null;
  calendar(events: CalendarEvent[], made: Date): string;
  remind(form: Form, box: HTMLElement): void;
  letter: { text(form: Form): string; name(form: Form): string; label(field: Field): string; send(form: Form, keeper: Keeper, shown: HTMLElement): void };
  sheetButtons(form: Form, keeper: Keeper): HTMLElement;
  more(list: HTMLElement, form: Form, keeper: Keeper, shown: HTMLElement): void;
  zip(texts: Texts): Uint8Array<ArrayBuffer>;
  xlsx: { make(sheets: Sheet[]): Uint8Array<ArrayBuffer>; column(index: number): string };
  sheets: { of(form: Form, texts: Texts): Sheet[] };
  workbookPrint(book: HTMLElement, ids: string[]): void;
  workbookTools(book: HTMLElement, changed: Act): void;
  selfPanel(book: HTMLElement): Act;
  judges: Record<string, Judge>;
  judge(question: Question): Judge;
  mark(place: HTMLElement, right: boolean, text?: string): void;
  feedback(place: HTMLElement, text: string): void;
  quizBar(questions: Question[]): { box: HTMLElement; show(right: number): void };
  quizKept: { start(form: With<"quiz">, questions: Question[], changed: Act): { note: Act; again: Act; score(): number } };
  offline: {
    base: string;
    possible(): boolean;
    now(name: string): Promise<Parcel>;
    saved(name: string): Promise<Parcel | undefined>;
    all(): Promise<string[]>;
    plan(names: string[]): Promise<{ names: string[]; bytes: number; space: number }>;
    save(name: string, say: (share: number) => void, signal?: AbortSignal): Promise<void>;
    remove(name: string): Promise<void>;
    size(name: string): Promise<number>;
  };
}

declare var Handbook: Shared;

/* Written by the build before the scripts: of the book, of all blank forms, of the problems of the texts. */
declare var HandbookData: Shared["data"];
declare var HandbookForms: Texts | undefined;
declare var HandbookProblems: { title: string; items: [place: string, words: string][]; more: string };

interface Navigator {
  /** Of Safari: opened from the home screen. */
  readonly standalone?: boolean;
}
