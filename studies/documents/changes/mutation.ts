// What a mutation is: one way in which a document can go wrong.

import type { Fields } from './tree.ts';

/** One change to a document, drawn with `random`. */
export interface Mutation {
  /** What is done, in a few words. */
  readonly id: string;
  /** Changes the tree in place. */
  apply(tree: Fields, random: () => number): void;
}

/** One change to the text of a document. */
export interface TextMutation {
  readonly id: string;
  applyToText(text: string, random: () => number): string;
}

/** Either kind. */
export type AnyMutation = Mutation | TextMutation;
