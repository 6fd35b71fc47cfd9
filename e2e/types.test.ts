// The published types, in the projects that people have, checked as strictly as they may: with `skipLibCheck` off, so that a
// mistake in our declarations is a mistake here.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from './project.ts';

const OURS = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

const SCENARIO = `import { defineScenario } from 'overlap-bench';
export default defineScenario({
  title: 'Typed',
  question: 'Does it hold?',
  explanation: 'What io gives is what cpu gets.',
  taskCount: 4,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page, { get, signal }) => {
    signal.throwIfAborted();
    return (await get(\`/pages/\${page.toFixed()}\`)).text();
  },
  cpu: (html) => html.length,
});
`;

/** What the types have to refuse: were everything \`any\`, nothing would be checked. */
const WRONG = SCENARIO.replace('html.length', 'html.lenght');

/** Around the package: who tells of the globals that Node has. */
const GLOBALS = {
  none: { lib: ['es2022'], types: [] },
  dom: { lib: ['es2022', 'dom'], types: [] },
  node: { lib: ['es2022'], types: ['node'] },
};

const RESOLUTIONS = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

describe.each(['module', 'commonjs'] as const)('in a project of type %s', (type) => {
  let project: Project;
  beforeAll(async () => {
    const dependencies = ['typescript@5.9.3', '@types/node@22.19.1'];
    project = await createProject({ type, dependencies, files: { 'right.ts': SCENARIO, 'wrong.ts': WRONG } });
  });

  // Older compilers take seconds for what is told of a browser: each kind of globals meets each of them once.
  const cases = [
    ...everyCase('7', () => OURS),
    ...everyCase('5.9', () => join(project.folder, 'node_modules/typescript/bin/tsc')).filter(
      ({ resolution, globals }) => (resolution === 'bundler') === (globals === 'dom'),
    ),
  ];

  it.each(cases)('they hold for TypeScript $version, $resolution, globals of $globals', async (each) => {
    const compilerOptions = {
      ...{ target: 'es2022', strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true },
      ...RESOLUTIONS[each.resolution],
      ...GLOBALS[each.globals],
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['right.ts', 'wrong.ts'] }));
    const { stdout, stderr } = await project.node([each.compiler(), '-p', '.', '--pretty', 'false']);
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^wrong\.ts\(\d+,\d+\): error TS\d+: Property 'lenght' does not exist/),
    ]);
  });
});

function everyCase(version: string, compiler: () => string) {
  const resolutions = Object.keys(RESOLUTIONS) as (keyof typeof RESOLUTIONS)[];
  const globals = Object.keys(GLOBALS) as (keyof typeof GLOBALS)[];
  return resolutions.flatMap((resolution) => globals.map((each) => ({ version, compiler, resolution, globals: each })));
}
