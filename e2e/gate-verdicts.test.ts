// What `overlap gate` says of changes, as its user sees it: the packed package, a repository with two commits, processes.
// Changes are so large that no noise of a machine hides them, and nothing is asked of how long anything takes.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../src/model/report/comparison.ts';
import { type GateEnded, NOTHING, Repository } from './gate/repository.ts';
import { PACKAGE, scenario, waitFor } from './gate/scenario-text.ts';
import { createProject, type Project } from './project.ts';

/** One cell a scenario. */
const BRIEFLY = ['--base', 'HEAD^1', '--strategy', 'sequential', '--margin', '25'];

let tool: Project;
beforeAll(async () => {
  tool = await createProject();
});

function verdicts({ cells }: Comparison): Record<string, string> {
  return Object.fromEntries(cells.map(({ key, verdict }) => [key.scenarioId, verdict]));
}

function news({ unmatched }: Comparison): [string, string][] {
  return unmatched.map((cell) => [cell.key.scenarioId, cell.news]);
}

/** What people change, and what comes of it. */
const CHANGES = {
  'a wait that was not there': {
    base: waitFor(4),
    head: waitFor(24),
  },
  'a list that is copied for each element': {
    base: `export async function work(index) {
  const list = [];
  for (let number = 0; number < 4000; number++) list.push(number);
  return list.length + index;
}
`,
    head: `export async function work(index) {
  let list = [];
  for (let number = 0; number < 4000; number++) list = [...list, number];
  return list.length + index;
}
`,
  },
  'an await in a loop': {
    base: `import { setTimeout as sleep } from 'node:timers/promises';
export async function work(index) {
  await Promise.all([1, 2, 3, 4, 5].map(() => sleep(4)));
  return index;
}
`,
    head: `import { setTimeout as sleep } from 'node:timers/promises';
export async function work(index) {
  for (const _ of [1, 2, 3, 4, 5]) await sleep(4);
  return index;
}
`,
  },
  'a worker thread for each request': {
    base: poolOf(`
export const setup = () => open();
export const teardown = (worker) => worker.terminate();
export const work = (index, { context }) => ask(context, index);
`),
    head: poolOf(`
export const setup = () => null;
export const teardown = () => {};
export async function work(index) {
  const worker = open();
  const answer = await ask(worker, index);
  await worker.terminate();
  return answer;
}
`),
  },
};

function poolOf(use: string): string {
  return `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const code = "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m));";
const open = () => new Worker(code, { eval: true });
async function ask(worker, index) {
  worker.postMessage(index);
  const [answer] = await once(worker, 'message');
  return answer;
}
${use}`;
}

describe('what a change comes to', () => {
  const names = Object.keys(CHANGES) as (keyof typeof CHANGES)[];
  const idOf = (name: string) => name.replaceAll(' ', '-');
  let ended: GateEnded;
  let repository: Repository;
  beforeAll(async () => {
    const scenarios = Object.fromEntries(
      names.map((name) => {
        const more = name.includes('worker') ? ['setup', 'teardown'] : [];
        return [`${idOf(name)}.scenario.js`, scenario({ title: name, from: `./${idOf(name)}.js`, more })];
      }),
    );
    const version = (which: 'base' | 'head') =>
      Object.fromEntries(names.map((name) => [`${idOf(name)}.js`, CHANGES[name][which]]));
    repository = new Repository(tool).commit({ 'package.json': PACKAGE, ...scenarios, ...version('base') });
    repository.commit(version('head'));
    ended = await repository.gate(['*.scenario.js', ...BRIEFLY]);
  });

  it.each(names)('%s is a regression', (name) => {
    const cell = ended.comparison.cells.find(({ key }) => key.scenarioId === idOf(name));
    expect(cell).toMatchObject({ verdict: 'regressed', name: 'sequential', file: `${idOf(name)}.scenario.js` });
    expect(cell?.change.low).toBeGreaterThan(1.25);
    expect(cell?.headMs).toBeGreaterThan((cell?.baseMs ?? 0) * 1.25);
  });

  it('ends with exit code 1, names the cells while it runs, and leaves nothing', async () => {
    expect(ended.code).toBe(1);
    expect(ended.comparison.unmatched).toEqual([]);
    for (const name of names)
      expect(ended.stderr).toMatch(new RegExp(`^${idOf(name)}, sequential: takes [\\d.]+ times as long`, 'm'));
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});

it('an honest refactoring passes, in a project that has the package installed', async () => {
  const project = await createProject({ files: { '.gitignore': 'node_modules\n' } });
  const repository = new Repository(project, project.folder);
  repository.commit({ 'work.scenario.js': scenario(), 'work.js': waitFor(4) });
  repository.commit({
    'work.js': `import { pause } from './pause.js';
/** The same in other words. */
export const work = (index) => pause().then(() => index);
`,
    'pause.js': "import { setTimeout as sleep } from 'node:timers/promises';\nexport const pause = () => sleep(4);\n",
  });
  const { code, stderr, stdout } = await repository.start(['work.scenario.js', ...BRIEFLY]).ended;
  expect(stdout).not.toContain('regressed');
  // On a machine that others fill it may find nothing out; what it then must not do is blame the change.
  expect(stdout).toMatch(/^(\S.*of 1 cell|Nothing decided: the one cell is inconclusive\.)/m);
  expect(stdout).toMatch(/^.*work +sequential +[+-]?\d/m);
  expect(stderr).toContain('base: node_modules of the working tree (same package-lock.json)');
  expect(stderr).toMatch(/^base: HEAD\^1 \([0-9a-f]{8}\)\nhead: working tree at [0-9a-f]{8}$/m);
  expect(code).toBe(0);
  expect(await repository.leftBehind()).toEqual(NOTHING);
  expect(repository.git('status', '--porcelain')).toBe('');
});

describe('scenarios that cannot be compared', () => {
  let repository: Repository;
  beforeAll(() => {
    repository = new Repository(tool).commit({
      'package.json': PACKAGE,
      'same.scenario.js': scenario({ title: 'Same', from: './same.js' }),
      'same.js': waitFor(4),
      'gone.scenario.js': scenario({ title: 'Gone', from: './same.js' }),
      'old-name.scenario.js': scenario({ title: 'Under a name', from: './same.js' }),
      'other.scenario.js': scenario({ title: 'Other', from: './other.js' }),
      'other.js': waitFor(4),
      'throws.scenario.js': scenario({ title: 'Throws', from: './throws.js' }),
      'throws.js': waitFor(4),
    });
    repository.commit({
      'gone.scenario.js': null,
      'old-name.scenario.js': null,
      'new-name.scenario.js': scenario({ title: 'Under a name', from: './same.js' }),
      'other.js': waitFor(4).replace('return index', 'return index + 1'),
      'throws.js': "export async function work() {\n  throw new Error('the database is gone');\n}\n",
    });
  });

  const WITHOUT_BROKEN = ['{same,gone,old-name,new-name,other}.scenario.js'];

  it('are told, and others pass or, with --strict, do not', async () => {
    const { code, comparison } = await repository.gate([...WITHOUT_BROKEN, ...BRIEFLY]);
    expect(Object.keys(verdicts(comparison))).toEqual(['same']);
    expect(verdicts(comparison).same).not.toBe('regressed');
    expect(news(comparison)).toEqual([
      ['other', 'outputs changed'],
      ['gone', 'removed'],
      ['old-name', 'removed'],
      ['new-name', 'added'],
    ]);
    const renamed = comparison.unmatched.find(({ key }) => key.scenarioId === 'old-name');
    expect(renamed?.reason).toContain('new-name.scenario.js in head has its title: renamed?');
    expect(code).toBe(0);

    const strict = await repository.gate([...WITHOUT_BROKEN, ...BRIEFLY, '--strict']);
    expect(news(strict.comparison)).toEqual(news(comparison));
    expect(strict.code).toBe(3);
  });

  it('are told in the table, the gravest first, and are no success where nothing is left', async () => {
    const { code, stdout } = await repository.start(['{gone,other}.scenario.js', ...BRIEFLY]).ended;
    const places = [/other, .*different outputs/, /gone, .*only in base/].map((words) => stdout.search(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    // Nothing is left to compare.
    expect(code).toBe(3);
  });

  it('one that throws now is the gravest news', async () => {
    const { code, comparison } = await repository.gate(['{gone,other,throws}.scenario.js', ...BRIEFLY]);
    expect(news(comparison)[0]).toEqual(['throws', 'broken']);
    expect(comparison.unmatched[0]?.reason).toContain('the database is gone');
    expect(code).toBe(1);
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});
