// Tests that stand beside what they test and take minutes together, so that they are none of `npm test`.

/**
 * The commands of the README, the program as a process that is stopped and killed, all hunts and what bad programs do to one,
 * processes that work, examples, servers of others, pairs of programs in two languages.
 */
export const MINUTES: readonly string[] = [
  'docs.test.ts',
  'src/cli/cli.test.ts',
  'src/hunts/hunts.test.ts',
  'src/hunts/bad-programs.test.ts',
  'src/hunts/reach.test.ts',
  'src/arm/processes/process-pool.test.ts',
  'src/api/examples.test.ts',
  'src/api/processes.test.ts',
  'src/cli/on-port.test.ts',
  'docs/python-and-node.test.ts',
  'src/runner/servers/foreign.test.ts',
];
