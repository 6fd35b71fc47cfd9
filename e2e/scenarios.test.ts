// A user's scenario, whatever its file is called and written as, in the arms' processes and in their workers.

import { beforeAll, describe, expect, it } from 'vitest';
import { createProject, NODE_LINES, type Project } from './project.ts';

const IMPORT = `import { defineScenario } from 'overlap-bench';\nimport { square } from './square.mjs';\nexport default `;
const REQUIRE = `const { defineScenario } = require('overlap-bench');\nconst { square } = require('./square.cjs');\nmodule.exports = `;

/** Asks the server and then computes, so that it runs on the loop and in workers. */
function scenario(title: string, head: string, isTyped: boolean): string {
  const [number, of] = isTyped ? [': number', '<number, number, number>'] : ['', ''];
  return `${head}defineScenario${of}({
  title: '${title}',
  question: 'Does it run?',
  explanation: 'It is named and written as its user likes.',
  taskCount: 4,
  inputs: (taskCount${number}) => Array.from({ length: taskCount }, (_, index) => index),
  io: async (index${number}, { get }) => (await (await get(\`/pages/\${index}?delay=2\`)).text()).length,
  cpu: (length${number}) => square(length),
});
`;
}

/** What a project may hold: the name of the file, and how it is written. */
const AS_MODULES = ['js', 'mjs', 'ts', 'mts', 'cts'].map((ext) => [ext, IMPORT] as const);
const AS_COMMONJS = ['cjs', 'cts'].map((ext) => [ext, REQUIRE] as const);
const COMMONJS_BY_DEFAULT = ['js', 'ts'].map((ext) => [ext, REQUIRE] as const);
const WAYS = {
  module: [...AS_MODULES, ...AS_COMMONJS],
  commonjs: [...AS_MODULES, ...AS_COMMONJS, ...COMMONJS_BY_DEFAULT],
};

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('in a project of type %s', (type) => {
  const files = WAYS[type].map(([ext, head]) => {
    const how = head === IMPORT ? 'import' : 'require';
    const title = `A .${ext} file with ${how}`;
    return { ext, how, title, path: `${how}-${ext}.scenario.${ext}`, text: scenario(title, head, ext.includes('ts')) };
  });
  let project: Project;
  beforeAll(async () => {
    project = await createProject({
      type,
      files: {
        'square.mjs': 'export const square = (value) => value * value;\n',
        'square.cjs': 'exports.square = (value) => value * value;\n',
        ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
      },
    });
  });

  // One run for all: an error names its file, and a cell its scenario.
  it.each(NODE_LINES)('runs on the loop and in workers, whatever its file is called, on Node %s', async (node) => {
    const flags = ['--quick', '--rounds', '1', '--epochs', '1', '--warmup', '1ms', '--threads', '1'];
    const args = ['--strategy', 'sequential,pool', ...flags, '--save', 'result.json', '--format', 'json'];
    const { code, stdout, stderr } = await project.overlap(['run', ...files.map(({ path }) => path), ...args], {
      node,
    });
    expect(stderr).toMatch(/^Saved result\.json/m);
    // A round that an audit withheld, or a machine that is too busy, is not what is asked here.
    expect([0, 1, 4]).toContain(code);
    const { scenarios } = JSON.parse(stdout) as { scenarios: { title: string }[] };
    expect(scenarios.map(({ title }) => title)).toEqual(files.map(({ title }) => title));
    const { cells } = JSON.parse(project.read('result.json')) as {
      cells: { key: { scenarioId: string }; status: object }[];
    };
    expect(cells.length).toBeGreaterThanOrEqual(2 * files.length);
    expect(cells).toEqual(cells.map((cell) => ({ ...cell, status: { state: 'completed' } })));
  });
});
