// What stands between finished data and every format that people read: a page of blocks. Which facts are told, in which
// words and in which order is decided once, where a page is built; a format only draws what it is given.

import type { TimelineReport } from '../../model/report/timeline-report.ts';

/** What a cell means for the reader; a format without colour loses nothing. */
export type Tone = 'good' | 'bad' | 'doubt' | 'quiet';

/** Opens a section. */
export interface Heading {
  readonly type: 'heading';
  readonly text: string;
}

/** Labels and what stands behind them. */
export interface Facts {
  readonly type: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** A sentence or two, with a word before them where they need one. */
export interface Text {
  readonly type: 'text';
  readonly label: string | null;
  readonly text: string;
}

/** What is the matter, and what to do about it. */
export interface Warnings {
  readonly type: 'warnings';
  readonly warnings: readonly { readonly message: string; readonly remedy: string }[];
}

/** Columns of equal length. */
export interface Table {
  readonly type: 'table';
  readonly columns: readonly TableColumn[];
  /** Where a page has no room for all columns, they may become tables below each other that open with the first one. */
  readonly splits: boolean;
}

/** Tasks of samples, a line for each, and what the marks mean. */
export interface Timelines {
  readonly type: 'timelines';
  readonly timelines: readonly TimelineReport[];
  /** Whether they are drawn to one scale; else each fills the line. */
  readonly sameAxis: boolean;
  /** Lines for tasks in each, at most. */
  readonly mostTasks: number;
}

/** For a reader who wants to know more: a format for files has it folded, a terminal shows it when asked to. */
export interface Details {
  readonly type: 'details';
  readonly label: string;
  readonly blocks: readonly PlainBlock[];
}

/** One column of a table. */
export interface TableColumn {
  /** Line breaks are where it may be broken; the unit comes last. */
  readonly header: string;
  /**
   * Figures stand right so that their digits line up. Prose is wrapped, a bar is as long as there is room or left out,
   * since it draws what a figure says; both stand in the last column only.
   */
  readonly kind: 'word' | 'figure' | 'prose' | 'bar';
  readonly cells: readonly string[];
  readonly tones: readonly (Tone | null)[];
  /** Length of each bar as a share of the full one, 0..1; empty for any other kind. */
  readonly shares: readonly number[];
}

/** One thing on a page that is always drawn. */
export type PlainBlock = Heading | Facts | Text | Warnings | Table | Timelines;

/** One thing on a page. */
export type Block = PlainBlock | Details;

/** A page: what came out, and everything else. */
export interface Page {
  /** What the page is about, in a line; null where it goes without saying. */
  readonly title: string | null;
  /** A document opens with it; on a terminal it comes last, where the eye is when a run ends. */
  readonly outcome: readonly Block[];
  readonly body: readonly Block[];
  /** How to see the details, for a terminal that leaves them out. */
  readonly more?: string;
}

/** How a column of a table is made from the things that its rows are about. */
export interface ColumnOf<Item> {
  /** A line break is where it may be broken. */
  readonly header: string;
  /** Stands below the header. */
  readonly unit?: string;
  readonly kind: TableColumn['kind'];
  cell(item: Item): string;
  tone?(item: Item): Tone | null;
  /** Length of a bar, as a share of the full one. */
  share?(item: Item): number;
}

/** A section's heading. */
export const heading = (text: string): Heading => ({ type: 'heading', text });

/** Sentences, with or without a word before them; nothing where nothing is said. */
export const text = (words: string, label: string | null = null): Text[] =>
  words.trim() === '' ? [] : [{ type: 'text', label, text: words }];

/** The facts, or nothing where there are none. */
export const facts = (all: Facts['facts']): Facts[] => (all.length === 0 ? [] : [{ type: 'facts', facts: all }]);

/** The warnings, or nothing where there is nothing to warn of. */
export const warnings = (all: Warnings['warnings']): Warnings[] =>
  all.length === 0 ? [] : [{ type: 'warnings', warnings: all }];

/** Timelines, or nothing where nothing was kept. */
export const timelines = (
  all: readonly TimelineReport[],
  { sameAxis, mostTasks }: Pick<Timelines, 'sameAxis' | 'mostTasks'>,
): Timelines[] => (all.length === 0 ? [] : [{ type: 'timelines', timelines: all, sameAxis, mostTasks }]);

/** What may be folded away, or nothing where there is nothing in it. */
export const details = (label: string, blocks: readonly PlainBlock[]): Details[] =>
  blocks.length === 0 ? [] : [{ type: 'details', label, blocks }];

/** A table with a row for each item. */
export const table = <Item>(
  items: readonly Item[],
  columns: readonly ColumnOf<Item>[],
  { splits = false } = {},
): Table => ({
  type: 'table',
  splits,
  columns: columns.map((column) => ({
    header: column.unit === undefined ? column.header : `${column.header}\n${column.unit}`,
    kind: column.kind,
    cells: items.map((item) => column.cell(item)),
    tones: items.map((item) => column.tone?.(item) ?? null),
    shares: column.share === undefined ? [] : items.map((item) => column.share?.(item) ?? 0),
  })),
});
