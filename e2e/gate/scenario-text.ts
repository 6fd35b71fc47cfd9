// Scenarios of a user's for gates: a few short tasks that call what stands in a file beside them.

/** How a file asks for others. */
export type Syntax = 'import' | 'require';

export interface ScenarioText {
  /** Default: `work`. */
  readonly title?: string;
  /** File with `work` and, where it is wanted, `setup` and `teardown`. Default: `./work.js`. */
  readonly from?: string;
  readonly syntax?: Syntax;
  /** Members besides, such as `setup, teardown,`; they are asked of the same file. */
  readonly more?: readonly string[];
  /** What types need, such as `: number`. */
  readonly typed?: boolean;
}

/** A scenario of three tasks that wait. */
export function scenario({
  title = 'Work',
  from = './work.js',
  syntax = 'import',
  more = [],
  typed,
}: ScenarioText = {}) {
  const names = ['work', ...more].join(', ');
  const [head, start] =
    syntax === 'import'
      ? [`import { defineScenario } from 'overlap-bench';\nimport { ${names} } from '${from}';`, 'export default']
      : [
          `const { defineScenario } = require('overlap-bench');\nconst { ${names} } = require('${from}');`,
          'module.exports =',
        ];
  return `${head}

${start} defineScenario({
  title: '${title}',
  question: 'How long does it take?',
  explanation: 'As long as the work beside it.',
  taskCount: 3,
  inputs: (taskCount${typed ? ': number' : ''}) => Array.from({ length: taskCount }, (_, index) => index),
  io: (index${typed ? ': number' : ''}, tools) => work(index, tools),
  ${more.map((name) => `${name},`).join(' ')}
});
`;
}

/** Work that waits so long for each task, and gives the task's number back. */
export function waitFor(ms: number, syntax: Syntax = 'import'): string {
  const body = `async function work(index) {\n  await sleep(${ms});\n  return index;\n}\n`;
  return syntax === 'import'
    ? `import { setTimeout as sleep } from 'node:timers/promises';\nexport ${body}`
    : `const { setTimeout: sleep } = require('node:timers/promises');\nexports.work = work;\n${body}`;
}

/** package.json of a project that has nothing installed. */
export const PACKAGE = `${JSON.stringify({ name: 'somebody-elses', version: '1.0.0', type: 'module' }, null, 2)}\n`;
