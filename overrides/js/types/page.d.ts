/* The elements of the pages, as the engine writes them: which attributes and fields each of them is sure to have. */

/* The pages are HTML: what a selector finds in them is an element of HTML. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector<E extends HTMLElement = HTMLElement>(selectors: string): E | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<E extends HTMLElement = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  closest<E extends HTMLElement = HTMLElement>(selectors: string): E | null;
}

/** An element with some data- attributes, by their names in `dataset`. */
type With<Names extends string> = HTMLElement & { dataset: Record<Names, string> };

/** A form to fill in; `keep` is "tidak" when nothing of it may stay on the device. */
interface Form extends HTMLFormElement {
  dataset: DOMStringMap & { instrument: string };
}

/** Where a reader types or ticks: an input or a textarea. */
interface Field extends HTMLElement {
  name: string;
  type: string;
  value: string;
  checked?: boolean;
  readOnly: boolean;
  rows?: number;
  labels: NodeListOf<HTMLLabelElement>;
  parentNode: ParentNode & HTMLElement;
}

/** A field that asks for something of the reader: "nama" or "kecamatan". */
type OwnField = Field & { dataset: { role: string } };

/** A button that stands for an answer. */
type PickButton = HTMLInputElement & { dataset: { answer: string } };

/** A row of a table with repeatable rows; its id never changes. */
type Row = HTMLTableRowElement & { dataset: { row: string } };

interface RepeatableTable extends HTMLTableElement {
  dataset: DOMStringMap & { part: string };
  parentNode: ParentNode & HTMLElement;
  /** Of the blank form: its first row, and the ids of its rows. */
  firstRow: Row;
  blankRows: string[];
  /** The highest id that a row ever had. */
  highest: number;
  rowChanged(): void;
  /** Says what happened to a row. */
  said: HTMLElement;
}

/** A question of a quiz. */
interface Question extends HTMLElement {
  dataset: DOMStringMap & { question: string; state?: Outcome; kept?: Outcome };
}

/** A form or a quiz in the list of the workbook. */
interface WorkbookItem extends HTMLElement {
  dataset: DOMStringMap & { record: string; required: string; state?: string };
}
