// The nouns: two folders in which the same files lie in two versions.

/** One version of the files. */
export interface Tree {
  /** The real path that corresponds to the working folder. */
  readonly folder: string;
  /** The top of the checkout; outside git, `folder`. */
  readonly root: string;
  /** Names the version in a sentence: `main (1a2b3c4d)`. */
  readonly label: string;
  /** The whole hash; null where no commit says what lies there. A tree with uncommitted changes has that of its HEAD. */
  readonly commit: string | null;
}

/** Which of the two. */
export type Side = 'base' | 'head';

/** What the user named. */
export interface TreesAsked {
  /** A git ref, or a folder. */
  readonly base: string;
  /** As `base`; without it, the working folder as it stands. */
  readonly head?: string | undefined;
  /** A command for the shell that installs what the files need, in each tree that is made. */
  readonly install?: string | undefined;
  /** The working folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Told, one line at a time, what a person may want to know. */
  readonly onNote: (line: string) => void;
}

/** Both versions, to be closed when nothing runs in them any more. */
export interface TwoTrees {
  readonly base: Tree;
  readonly head: Tree;
  /** Removes what was made for them, and nothing else. Never rejects, and may be called again. */
  close(): Promise<void>;
}
