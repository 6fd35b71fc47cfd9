// What a study is: a question, and an experiment that answers it with a table.

/** How thorough to be, where to tell of progress, and what to use instead of fresh samples. */
export interface StudyOptions {
  /** False: under a minute. True: as many trials as make the rates sure. */
  readonly long: boolean;
  /** Takes one line of progress. */
  readonly write: (line: string) => void;
  /** A result document whose reference and placebo arms stand in for fresh samples of identical arms. */
  readonly documentPath?: string;
  /** Names of the parts to run, where a study has named parts; all where undefined. */
  readonly only?: readonly string[];
}

/** The table to print, and the same figures for programs. */
export interface StudyResult {
  readonly text: string;
  readonly json: unknown;
  /** True where the study asks for something that must not happen, and it did. */
  readonly failed?: boolean;
}

/** A part of a study that can be run alone. */
export interface StudyPart {
  readonly name: string;
  /** What it does and how long that takes, quick and long. */
  readonly does: string;
}

/** One experiment on the suite itself. */
export interface Study {
  readonly id: string;
  readonly question: string;
  /** Names that `--only` takes, and how long each part takes; absent where a study says so elsewhere. */
  readonly parts?: readonly StudyPart[];
  /** The long form is stored as ID-long, beside the quick one and not in its place. */
  readonly keepsBoth?: true;
  run(options: StudyOptions): Promise<StudyResult>;
}
