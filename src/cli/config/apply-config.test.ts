// What a config file says reaches the runner as the flags would, and flags go first. The file is replaced by what it would
// say, the runner by one that only listens; that files load is config-process.test.ts's matter.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallDocument } from '../../document/testing/small-document.ts';
import { BenchError } from '../../errors.ts';
import type { Config } from '../../model/config.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import type { RunRequest } from '../../runner/plan/run-settings.ts';
import { callOverlap } from '../testing.ts';
import { CONFIG_KEYS } from './config-keys.ts';

/** What the file says, and what was asked of the runner. */
const world = vi.hoisted(() => ({
  says: {} as object,
  loads: [] as unknown[][],
  words: [] as unknown[],
  request: null as RunRequest | null,
  folder: '',
}));
vi.mock('../runner.ts', async (original) => ({
  ...(await original<typeof import('../runner.ts')>()),
  loadConfig: async (...asked: unknown[]) => {
    world.loads.push(asked);
    return world.says;
  },
  scenarioFiles: async (words: string[]) => {
    world.words = [words];
    return [];
  },
  prepareRun: async (request: RunRequest, folder: string) => {
    Object.assign(world, { request, folder });
    throw new BenchError('INTERRUPTED', 'enough', 'Nothing.');
  },
}));
vi.mock('../../runner/discover.ts', async (original) => ({
  ...(await original<typeof import('../../runner/discover.ts')>()),
  findScenarios: async (...words: unknown[]) => {
    world.words = words;
    return [{ id: 'fine', kind: 'mixed', taskCount: 4 }];
  },
}));

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-config-'));
  process.chdir(folder);
  writeFileSync('overlap.config.ts', '');
  Object.assign(world, { says: {}, loads: [], words: [], request: null, folder: '' });
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Runs with a config that says this; what was asked of the runner. */
async function run(says: Config, ...args: string[]) {
  world.says = says;
  const { code, stdout, stderr } = await callOverlap(['run', ...args]);
  if (world.request === null) throw new Error(stderr);
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  const [names, , imports, narrowing] = world.words;
  return {
    ...world.request.settings,
    seed: world.request.seed,
    names,
    imports,
    narrowing,
    folder: world.folder,
    stderr,
  };
}

describe('a key of the config file', () => {
  it.each<[Config, object]>([
    [{ scenarios: ['fine', './a.ts', 'x/*.ts'] }, { names: ['fine', './a.ts', 'x/*.ts'] }],
    [{ tags: ['slow', 'http'] }, { narrowing: { tags: ['slow', 'http'] } }],
    [{ kinds: ['io', 'cpu'] }, { narrowing: { kinds: ['io', 'cpu'] } }],
    [{ strategies: ['gather', 'sequential'] }, { strategyIds: ['gather', 'sequential'] }],
    [{ quick: true }, { profile: 'quick', budgetMs: 15_000 }],
    [{ quick: false }, { profile: 'full', budgetMs: 57_000 }],
    [{ budget: '1.5m' }, { budgetMs: 90_000 }],
    [{ tasks: 7 }, { taskCount: 7 }],
    [{ concurrency: 3 }, { concurrencies: [3] }],
    [{ concurrency: [4, 8] }, { concurrencies: [4, 8] }],
    [{ threads: [1, 3] }, { threadCounts: [1, 3] }],
    [{ rounds: 12 }, { roundCount: 12 }],
    [{ epochs: 4 }, { epochCount: 4 }],
    [{ warmup: '250ms' }, { warmupMs: 250 }],
    [{ deadline: '2s' }, { deadlineMs: 2_000 }],
    [{ seed: 0 }, { seed: 0 }],
    [{ imports: ['tsx', './loader.mjs'] }, { imports: ['tsx', './loader.mjs'] }],
    [{ save: 'kept/' }, { folder: 'kept' }],
    [{ save: 'kept.json' }, { folder: '.' }],
  ])('%j is what its flag would be', async (says, wanted) => {
    const { stderr, ...asked } = await run(says);
    expect(asked).toMatchObject(wanted);
    const told = Object.entries(says).filter(([, value]) => value !== false);
    if (told.length > 0) expect(stderr).toContain(`overlap.config.ts sets ${told.map(([key]) => key).join(', ')}.\n`);
  });

  it.each<[Config, string[], object]>([
    [{ scenarios: ['a'], tags: ['slow'], kinds: ['io'] }, ['b.ts'], { names: ['b.ts'], narrowing: {} }],
    [{ scenarios: ['a'], tags: ['slow'] }, ['--tag', 'http'], { names: ['a'], narrowing: { tags: ['http'] } }],
    [{ kinds: ['io'] }, ['--kind', 'cpu'], { narrowing: { kinds: ['cpu'] } }],
    [{ strategies: ['gather'] }, ['--strategy', 'pool'], { strategyIds: ['pool'] }],
    [{ budget: '5m' }, ['--budget', '9s'], { budgetMs: 9_000 }],
    [{ budget: '5m' }, ['--quick'], { budgetMs: 15_000 }],
    [{ quick: true }, ['--budget', '5m'], { profile: 'full', budgetMs: 300_000 }],
    [{ tasks: 7 }, ['--tasks', '8'], { taskCount: 8 }],
    [{ concurrency: 3 }, ['--concurrency', '4'], { concurrencies: [4] }],
    [{ threads: 3 }, ['--threads', '2'], { threadCounts: [2] }],
    [{ rounds: 12 }, ['--rounds', '6'], { roundCount: 6 }],
    [{ epochs: 4 }, ['--rounds', '2'], { roundCount: 2, epochCount: 1 }],
    [{ epochs: 4 }, ['--epochs', '2'], { epochCount: 2 }],
    [{ warmup: '1s' }, ['--warmup', '2s'], { warmupMs: 2_000 }],
    [{ deadline: '1s' }, ['--deadline', '2s'], { deadlineMs: 2_000 }],
    [{ seed: 1 }, ['--seed', '2'], { seed: 2 }],
    [{ imports: ['tsx'] }, ['--import', 'other'], { imports: ['other'] }],
    [{ save: 'a/' }, ['--save', 'b/'], { folder: 'b' }],
    [{ tasks: 7 }, ['--no-config'], { taskCount: null }],
  ])('%j gives way to %j, and is not told of', async (says, args, wanted) => {
    const { stderr, ...asked } = await run(says, ...args);
    expect(asked).toMatchObject(wanted);
    if (!('scenarios' in says && args[0] === '--tag')) expect(stderr).not.toContain(' sets ');
  });

  it.each<[object, string | RegExp]>([
    [{ buget: '5m' }, "unknown key 'buget' (did you mean 'budget'?)\nExpected one of: scenarios, tags, "],
    [{ toString: 1 }, "unknown key 'toString'"],
    [{ scenarios: 'a.ts' }, "scenarios: expected a list of ids, paths or patterns, each once, got 'a.ts'"],
    [{ scenarios: [] }, 'scenarios: expected a list of ids, paths or patterns, each once, got []'],
    [{ tags: [1] }, 'tags: expected a list of tags, each once, got [ 1 ]'],
    [{ kinds: ['gpu'] }, "kinds: expected io, cpu, mixed, got 'gpu'"],
    [{ strategies: 'gather' }, 'strategies: expected a list of ids of strategies'],
    [{ quick: 'yes' }, "quick: expected true or false, got 'yes'"],
    [{ budget: 90 }, 'budget: expected a text, got 90'],
    [{ budget: '90' }, /budget: expected a duration .*got '90'\nCorrect it in overlap\.config\.ts\.\n$/],
    [{ tasks: '7' }, "tasks: expected a number, got '7'"],
    [{ tasks: 1.5 }, "tasks: expected a whole number from 1 to 10000, got '1.5'"],
    [{ concurrency: [4, 4] }, 'concurrency: expected a number or a list of numbers, got [ 4, 4 ]'],
    [{ threads: 0 }, "threads: expected a whole number from 1 to 128, got '0'"],
    [{ rounds: null }, 'rounds: expected a number, got null'],
    [{ epochs: 0 }, 'epochs: expected a whole number'],
    [{ warmup: 5 }, 'warmup: expected a text'],
    [{ deadline: '1ms' }, 'deadline: expected a duration'],
    [{ seed: -1 }, 'seed: expected a whole number'],
    [{ imports: 'tsx' }, 'imports: expected a list of packages or paths'],
    [{ save: '' }, "save: expected a text, got ''"],
    [{ margin: 0.2 }, 'margin: expected a text, got 0.2'],
    [{ strict: 1 }, 'strict: expected true or false, got 1'],
  ])('%j is refused by its name', async (says, message) => {
    world.says = says;
    const { code, stdout, stderr } = await callOverlap(['run']);
    expect({ code, stdout, asked: world.request }).toEqual({ code: 2, stdout: '', asked: null });
    if (typeof message === 'string') expect(stderr).toContain(`error: overlap.config.ts: ${message}`);
    else expect(stderr).toMatch(message);
  });

  it('is a flag or an argument of some command, or of none but itself', async () => {
    const help = await Promise.all(
      ['run', 'compare'].map(async (name) => (await callOverlap([name, '--help'])).stdout),
    );
    for (const { flag } of Object.values(CONFIG_KEYS)) if (flag) expect(help.join()).toContain(`  ${flag} `);
  });
});

it('paths start from the folder of the file, ids and packages from nowhere', async () => {
  mkdirSync('deep');
  writeFileSync('deep/other.ts', '');
  const says: Config = { scenarios: ['fine', 'a.ts', '/abs/b.ts'], imports: ['tsx', './l.mjs'], save: 'kept/' };
  const asked = await run(says, '--config', 'deep/other.ts');
  expect(asked).toMatchObject({
    names: ['fine', 'deep/a.ts', '/abs/b.ts'],
    imports: ['tsx', './deep/l.mjs'],
    folder: 'deep/kept',
  });
  expect(asked.stderr).toContain('deep/other.ts sets scenarios, imports, save.');
});

it('reports are written beside the file that names them, unless some are typed', async () => {
  mkdirSync('deep');
  writeFileSync('deep/other.ts', '');
  writeFileSync('a.json', JSON.stringify(documentOf({ scenarios: [downloadPages] })));
  writeFileSync('b.json', JSON.stringify(documentOf({ scenarios: [downloadPages] })));
  world.says = { reports: ['junit=x/y=z.xml', 'csv'] } satisfies Config;
  const compare = ['compare', 'a.json', 'b.json', '--config', 'deep/other.ts'];
  await callOverlap([...compare, '--report', 'json']);
  expect(readdirSync('.').filter((name) => name.startsWith('overlap-'))).toEqual(['overlap-comparison.json']);
  expect((await callOverlap(compare)).stderr).toBe('deep/other.ts sets reports.\n');
  expect(readdirSync('deep/x')).toEqual(['y=z.xml']);
  expect(readdirSync('.')).toContain('overlap-comparison.csv');
  world.says = { reports: ['junti'] };
  expect(await callOverlap(compare)).toMatchObject({ code: 2, stderr: expect.stringMatching(/other\.ts: .*'junti'/) });
});

it('the file itself is loaded by the loaders that were typed', async () => {
  await run({}, '--import', 'tsx');
  expect(world.loads).toEqual([
    [expect.stringMatching(/^file:.*\/overlap\.config\.ts$/), 'overlap.config.ts', ['tsx']],
  ]);
});

it('margin and strictness are for compare, a folder for show, scenarios for list', async () => {
  const { arms } = downloadPages;
  writeFileSync('a.json', JSON.stringify(documentOf({ scenarios: [downloadPages] })));
  writeFileSync('b.json', JSON.stringify(documentOf({ scenarios: [{ ...downloadPages, arms: arms.slice(1) }] })));
  mkdirSync('kept');
  writeFileSync('kept/2026-01-01T00-00-00.000Z.json', JSON.stringify(smallDocument()));
  writeFileSync('kept/2026-01-02T00-00-00.000Z.json', JSON.stringify(smallDocument()));
  world.says = { margin: '7%', strict: true, save: 'kept/', scenarios: ['x.ts'], budget: '5m' } satisfies Config;
  const compared = await callOverlap(['compare', 'a.json', 'b.json']);
  expect(compared.stderr).toBe('overlap.config.ts sets margin, strict.\n');
  expect(compared.stdout).toContain('a change counts beyond 7 %');
  expect(compared.code).toBe(3);
  const typed = await callOverlap(['compare', 'a.json', 'b.json', '--margin', '8', '--no-config']);
  expect(typed).toMatchObject({ code: 0, stdout: expect.stringContaining('beyond 8 %') });
  const mixed = await callOverlap(['compare', 'a.json', 'b.json', '--margin', '8']);
  expect(mixed).toMatchObject({ code: 3, stdout: expect.stringContaining('beyond 8 %') });
  const shown = await callOverlap(['show']);
  expect(shown.stderr).toBe('overlap.config.ts sets save.\nThis is kept/2026-01-02T00-00-00.000Z.json.\n');
  expect((await callOverlap(['show', 'a.json'])).stderr).toBe('');
  await callOverlap(['list']);
  expect(world.words).toEqual([['x.ts']]);
});

it('costs nothing where there is none, nor for help and commands that it cannot say anything to', async () => {
  await callOverlap(['run', '--help']);
  rmSync('overlap.config.ts');
  await run({});
  expect(world.loads).toEqual([]);
});
