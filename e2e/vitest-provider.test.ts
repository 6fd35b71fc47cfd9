// The page on vitest, followed by a stranger: its files, its command, and what a failing expectation says.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { createProject, NODE_LINES, type Project } from './project.ts';

const PAGE = readFileSync(new URL('../docs/vitest.md', import.meta.url), 'utf8');

/** Files that the page shows: a name on a line of its own, then the code. */
const FILES = Object.fromEntries(
  [...PAGE.matchAll(/^`([\w.]+)`\n\n```\w+\n(.*?)^```/gms)].map(([, name = '', code = '']) => [name, code]),
);

/** A hundred times the work, so that no machine can doubt it; and little time for it. */
const WRONG = `
import { expect, test } from 'vitest';
const work = (turns: number) => { let sum = 0; for (let turn = 0; turn < turns; turn++) sum += turn % 7; return sum; };
test('wrong way round', async ({ bench }) => {
  const results = await bench.compare(
    bench('heavy', () => work(100_000)),
    bench('light', async () => work(1_000)),
    { time: 100, warmupTime: 50, iterations: 400 },
  );
  expect(results.get('heavy')).not.toBeDecidedlyFasterThan(results.get('light'));
  expect(results.get('heavy')).toBeDecidedlyFasterThan(results.get('light'));
});
`;

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    ...{ module: 'nodenext', target: 'es2024', strict: true, noEmit: true },
    types: ['node', 'overlap-bench/vitest/setup'],
  },
  include: ['*.ts'],
});

let project: Project;
beforeAll(async () => {
  project = await createProject({
    files: { ...FILES, 'wrong.bench.ts': WRONG, 'tsconfig.json': TSCONFIG },
    dependencies: ['vitest@5.1.1', 'typescript@5.9.3', '@types/node@22'],
  });
});

it.each(NODE_LINES)('is enabled as the page says, and its example passes on Node %s', async (node) => {
  expect(Object.keys(FILES)).toEqual(['vitest.config.ts', 'sum.bench.ts']);
  const { code, stdout } = await project.run('vitest', ['bench', '--run', '--reporter', 'verbose', 'sum'], { node });
  expect(stdout).toMatch(/faster: "a number" is \d+\.\d+ times as fast as "a list" \(.+ at 99 %; \d+ rounds/);
  expect(stdout).toMatch(/^ +a number +[\d,.]+ .*fastest$/m);
  expect(code).toBe(0);
});

it('fails with what was measured, and says that it was one process', async () => {
  const { code, stdout, stderr } = await project.run('vitest', ['bench', '--run', 'wrong']);
  expect(stdout + stderr).toContain('Expected "heavy" to be decidedly faster than "light", by more than 1 %: slower.');
  expect(stdout + stderr).toMatch(/Each against itself in the same rounds: "heavy" .+ to .+, "light" .+ to .+\./);
  expect(stdout + stderr).toContain('One process:');
  expect(code).toBe(1);
});

it('has types that hold without skipLibCheck', async () => {
  const { code, stdout } = await project.run('tsc', ['-p', '.']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});
