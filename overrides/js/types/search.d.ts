/* The search: what stands in the index, and what its scripts give to each other. */

/** A word of the book and how well it answers, from 0 to 1. */
type Pair = [word: string, quality: number];
/** A section and how often it has a word in its name, in its text, in the name of its page. */
type Posting = [section: number, inName: number, inText: number, inPage: number];
type SearchLink = { text: string; query?: string; address?: string };
type SaidLine = (string | SearchLink)[];

/** The rules of a language for roots of words. */
interface Language {
  awalan: { tulis: string; sebelum: string; asal: string[] }[];
  akhiran: string[];
  akhiran_serapan: string[];
  akar: Record<string, string[]>;
  abaikan: string[];
  nomor: string[];
  tahun: string[];
}

/** The index as the engine writes it: site/search/index.py. */
interface SearchData {
  aturan: Language;
  kata: Record<string, string>;
  samakan: [typed: string[], leads: string[]][];
  rujukan: { jenis: string; id: string; milik?: string; sebutan: string[] }[];
  peraturan: Record<string, string[]>;
  daftar: number[];
  halaman: [address: string, title: string, kind: string, id: string][];
  bagian: [page: number, anchor: string, kind: string, title: string, text: string][];
}

interface Section {
  page: number;
  isPage: boolean;
  address: string;
  id: string;
  kind: string;
  pageKind: string;
  title: string;
  text: string;
  titleWords: string[];
  words: string[];
  pageWords: string[];
  /** The roots of its name: of all of it, of its label, of its title. */
  names: Set<string>[];
  /** Neighbours as "root root", made when first asked for. */
  pairs?: Set<string>;
}

interface NamedKind {
  jenis: string;
  head: string;
  within: boolean;
  numbers: string[];
  names: string[][];
}

interface Store {
  data: SearchData;
  sections: Section[];
  postings: Map<string, Posting[]>;
  vocabulary: Set<string>;
  root(word: string): string;
  byRoot: Map<string, string[]>;
  byId: Map<string, number>;
  ignored: Set<string>;
  average: number;
  /** Made when first asked for. */
  kinds?: NamedKind[];
  meanings?: { words: string[]; others: string[] }[];
}

/** The words of the book that answer to a typed one, with their qualities; `rarity`: how much they weigh. */
interface Term {
  word: string;
  words: Map<string, number>;
  rarity: number;
}

/** A word that the book does not have: what is shown instead, what may have been meant. */
interface Note {
  word: string;
  shown: string[];
  hints: string[];
  isBegun?: boolean;
}

interface QueryGroup {
  size: number;
  options: Term[][];
  notes: Note[];
}

interface Query {
  text: string;
  typed: string[];
  groups: QueryGroup[];
  named: string[];
}

/** A section that has something of a query. */
interface Hit {
  section: number;
  score: number;
  sum: number;
  covered: number;
  words: Set<string>;
  groups: Set<QueryGroup>;
}

interface Ranked {
  best: Hit[];
  pages: number;
  full: number;
}

/** An item as the theme's search box expects it. */
interface SearchItem {
  location: string;
  title: string;
  text: string;
  score: number;
  terms: Record<string, boolean>;
}

interface SearchResult {
  items: SearchItem[][];
  said: SaidLine[];
}

type SearchMessage = { type: number; data: string };
type SearchAnswer = { type: number; data: SearchResult };

interface Search {
  ENOUGH: number;
  fold(text: string): string;
  spans(text: string): { word: string; start: number; end: number }[];
  words(text: string): string[];
  listIn<T>(lists: Map<string, T[]>, key: string): T[];
  postings(word: string, store: Store): Posting[];
  makeRoots(language: Language, vocabulary: Set<string>): (word: string) => string;
  distance(one: string, other: string, most: number): number;
  makeStore(data: SearchData): Store;
  areNeighbours(two: string[], store: Store): boolean;
  named(words: string[], store: Store): { ids: string[]; words: string[] };
  meaningAt(words: string[], at: number, store: Store): { length: number; others: string[] };
  answers(word: string, store: Store, isAbbreviation: boolean): {
    parts: Pair[][]; shown?: string[]; hints?: string[]; isBegun?: boolean;
  };
  kin(word: string, store: Store): Pair[];
  parse(text: string, store: Store): Query;
  rank(query: Query, store: Store): Ranked;
  start(data: SearchData): SaidLine[];
  said(query: Query, ranked: Ranked, shown: number, store: Store): SaidLine[];
  result(query: Query, ranked: Ranked, store: Store): SearchResult;
  open(data: SearchData): (text: string) => SearchResult;
  find?(text: string): SearchResult;
  answer(message: SearchMessage, data: SearchData): SearchAnswer;
}

declare var HandbookSearch: Search;
declare var HandbookIndex: SearchData;
/** Only in a worker. */
declare var importScripts: ((address: string) => void) | undefined;
