// What a comparison can be reported as besides being printed, with the file that each goes to where none is named. Apart from
// what draws them, so that help can list them without loading it.

export interface KindWords {
  /** Who reads it, in a few words. */
  readonly about: string;
  /** Where it is written unless a file is named; null for a stream that GitHub reads. */
  readonly file: string | null;
}

/** All kinds, by the name that is typed. */
export const REPORT_KINDS = {
  summary: { about: 'Markdown for the summary of a GitHub step', file: 'overlap-summary.md' },
  annotations: { about: 'lines from which GitHub makes annotations', file: null },
  comment: { about: 'short Markdown for a comment on a pull request', file: 'overlap-comment.md' },
  junit: { about: 'JUnit XML for test reports', file: 'overlap-junit.xml' },
  bencher: { about: 'Bencher Metric Format', file: 'overlap-bencher.json' },
  'github-action-benchmark': { about: 'its customSmallerIsBetter', file: 'overlap-github-action-benchmark.json' },
  csv: { about: 'a line for each cell and measure', file: 'overlap-comparison.csv' },
  json: { about: 'all of it, with a published schema', file: 'overlap-comparison.json' },
} as const satisfies Readonly<Record<string, KindWords>>;

/** The name of a kind. */
export type ReportKind = keyof typeof REPORT_KINDS;

/** What a report must know besides the comparison. */
export interface ReportOptions {
  /** Whether an open cell fails the command, so that reports say so too. */
  readonly strict: boolean;
  /** The folder of the comparison as seen from the top of the repository, for places in files; '' where they are the same. */
  readonly folder?: string;
  /** Bytes that there is room for in a step summary. */
  readonly roomBytes?: number;
}
