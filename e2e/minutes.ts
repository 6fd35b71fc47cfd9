// Tests that stand beside what they test and take minutes, so that they are none of `npm test`.

/** The commands of the README, and the program as a process that is stopped and killed. */
export const MINUTES: readonly string[] = ['docs.test.ts', 'src/cli/cli.test.ts'];
