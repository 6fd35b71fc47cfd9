// The scenario that `overlap init` writes: a page that runs as it is and teaches what can be said in one. Its text is the same
// in every style but for how modules are spelt; types are inferred, so that it is TypeScript and JavaScript alike.

/** How a file spells what it imports and exports. */
export type ModuleStyle = 'esm' | 'commonjs';

const OPENING: Readonly<Record<ModuleStyle, string>> = {
  esm: "import { defineScenario } from 'overlap-bench';\n\nexport default",
  commonjs: "const { defineScenario } = require('overlap-bench');\n\nmodule.exports =",
};

/** The text of the file; `command` runs it. */
export function scenarioText(style: ModuleStyle, command: string): string {
  return `// WHAT is measured: some work, as a list of tasks. HOW it is scheduled is what gets compared: one by one,
// all at once with Promise.all, a few at a time, on worker threads. Every schedule takes its turn in each
// round, and must give the same outputs as the others.
//
// Run it:  ${command}

${OPENING[style]} defineScenario({
  title: 'Fetch pages and count their words',
  // Answer it before you look at the numbers.
  question: 'Which schedule wins, and by how much?',
  explanation: 'Waiting overlaps on one thread; computing overlaps on several threads only.',
  // Words to choose scenarios by: --tag example
  tags: ['example'],

  // Tasks in a batch. A batch is what is timed; --tasks 40 makes it longer.
  taskCount: 12,

  // Settings of your own with their defaults; --param delayMs=50 sets one for a run.
  parameters: { delayMs: 10 },

  // One input for each task, the same every time. Inputs are sent to worker threads: data, no functions.
  inputs: (taskCount, { parameters }) =>
    Array.from({ length: taskCount }, (_, page) => ({ path: \`/pages/\${page}?delay=\${parameters.delayMs}\` })),

  // The part of a task that WAITS. \`get\` asks a local server that comes with overlap, here for a page after
  // a delay; await instead whatever your work waits for: a database, files, a service of your own.
  // Nothing waits? Leave \`io\` out.
  io: async ({ path }, { get }) => (await get(path)).text(),

  // The part that COMPUTES, on what \`io\` gave; it may run in another thread. Nothing computes? Leave it out.
  cpu: (html) => {
    const counts = new Map();
    for (const word of html.toLowerCase().split(/[^a-z]+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts.size;
  },

  // Whether the outputs, in the order of the inputs, are right. Wrong outputs get no numbers.
  check: (outputs) => outputs.every((wordCount) => wordCount > 1),

  // What tasks need and nobody should time: made once in every process and thread that runs tasks, undone at
  // its end. Tasks find it beside \`get\`: io: async ({ path }, { context }) => context.query(path)
  //
  // setup: async () => openDatabase('test.db'),
  // teardown: (database) => database.close(),
});
`;
}
