// What the program's exit code says: the one list that errors, outcomes, help and README refer to.

/** Every exit code, by what it says. */
export const EXIT = { fine: 0, found: 1, refused: 2, incomparable: 3, unmeasurable: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means to somebody who reads it in a script. */
export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  [EXIT.fine]: 'fine',
  [EXIT.found]: 'a regression, a failed cell or audit, a lesson not seen, an unsolved hunt',
  [EXIT.refused]: 'wrong usage, configuration or file',
  [EXIT.incomparable]: 'nothing could be compared, or inconclusive where --strict asked',
  [EXIT.unmeasurable]: 'this machine cannot measure it',
  [EXIT.interrupted]: 'interrupted',
};
