// `overlap run` around the measuring: what each flag asks for, what is refused before, what is kept whatever happens. The
// runner is replaced by one that answers at once; that it does as asked is its own tests' matter.

import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BenchError } from '../../../errors.ts';
import type { ResultDocument } from '../../../model/document/document.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import type { Progress, RunRequest } from '../../../runner/plan/run-settings.ts';
import type { RunSurroundings } from '../../../runner/run-benchmarks.ts';
import { callOverlap, type Ended, type Surroundings, testScenario } from '../../testing.ts';

/** What the runner was asked, and what it is to do. */
const runner = vi.hoisted(() => ({
  found: [] as unknown[],
  asked: [] as { request: RunRequest; folder: string; resume: boolean }[],
  measure: (_: Pick<RunSurroundings, 'onProgress' | 'signal' | 'onRequestsSpent'>): ResultDocument => {
    throw new Error('not set');
  },
  replacedRoundCount: 0,
  keptIn: null as string | null,
  lost: null as BenchError | null,
  forgotten: 0,
  left: 0,
}));
/** What the scenario asks for beside its defaults. */
const wishes = vi.hoisted((): { fixture?: object; service?: string } => ({}));
/** An address kept for documentation: nobody has it, and nothing is sent, since the runner is replaced. */
const REMOTE = 'http://192.0.2.1';
vi.mock('../../runner.ts', async (original) => ({
  ...(await original<typeof import('../../runner.ts')>()),
  prepareRun: (request: RunRequest, folder: string, resume: boolean, onLost: (error: BenchError) => void) => {
    runner.asked.push({ request, folder, resume });
    if (runner.lost !== null) onLost(runner.lost);
    return {
      replacedRoundCount: runner.replacedRoundCount,
      keptIn: runner.keptIn,
      start: async (surroundings: RunSurroundings) => runner.measure(surroundings),
      forget: () => {
        runner.forgotten += 1;
      },
      leave: () => {
        runner.left += 1;
      },
    };
  },
}));
vi.mock('../../../runner/discover.ts', async (original) => ({
  ...(await original<typeof import('../../../runner/discover.ts')>()),
  findScenarios: async (...asked: unknown[]) => {
    runner.found = asked;
    return [{ id: 'fine', kind: 'mixed', taskCount: 4, ...wishes, parameters: { pages: 20, path: '/' } }];
  },
}));
/** Paths that are taken for devices, since real ones belong to the whole machine, and what happens when one is saved. */
const devices = vi.hoisted(() => new Set<string>());
const disk = vi.hoisted(() => ({ bug: null as Error | null }));
vi.mock('../../../document/store.ts', async (original) => {
  const store = await original<typeof import('../../../document/store.ts')>();
  return {
    ...store,
    isRegularPlace: async (path: string) => !devices.has(path) && store.isRegularPlace(path),
    writeDocument: async (path: string, document: ResultDocument) => {
      if (disk.bug !== null) throw disk.bug;
      await store.writeDocument(path, document);
    },
  };
});

const good = documentOf({ scenarios: [downloadPages] });
const partial = { ...good, complete: false };
const empty = { ...partial, cells: good.cells.map((cell) => ({ ...cell, samples: [] })) };

let folder = '';
let saved = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
  saved = join(folder, 'saved.json');
  Object.assign(runner, { asked: [], measure: () => good, replacedRoundCount: 0, keptIn: null, forgotten: 0, left: 0 });
  runner.lost = null;
  disk.bug = null;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[] = [], around: Surroundings = {}): Promise<Ended> =>
  callOverlap(['run', testScenario('fine'), '--save', saved, ...args], around);

async function requested(...args: string[]) {
  runner.asked = [];
  await run(args);
  const [first] = runner.asked;
  if (first === undefined) throw new Error('nothing was asked of the runner');
  return { ...first, ...first.request };
}

describe('a flag of run', () => {
  it('is not needed', async () => {
    const { request, resume } = await requested();
    expect(resume).toBe(false);
    expect(request.scenarios.map(({ id }) => id)).toEqual(['fine']);
    expect(request.tool.name).toBe('overlap-bench');
    expect(request.strategies.map(({ id }) => id)).toEqual(request.settings.strategyIds);
    expect(request.settings).toEqual({
      profile: 'full',
      scenarioIds: ['fine'],
      strategyIds: expect.arrayContaining(['sequential', 'gather', 'bounded', 'pool']),
      taskCount: null,
      concurrencies: null,
      threadCounts: [availableParallelism()],
      roundCount: null,
      epochCount: 5,
      budgetMs: 57_000,
      warmupMs: null,
      deadlineMs: 30_000,
      imports: [],
      ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
    });
  });

  it('that chooses scenarios reaches those who find them', async () => {
    await run(['--tag', 'slow,http', '--tag', 'x', '--kind', 'io,mixed']);
    expect(runner.found[3]).toEqual({ tags: ['slow', 'http', 'x'], kinds: ['io', 'mixed'] });
  });

  it.each([
    [['--quick'], { profile: 'quick', epochCount: 3, budgetMs: 15_000, warmupMs: null }],
    [['--quick', '--budget', '5m', '--epochs', '4'], { profile: 'quick', epochCount: 4, budgetMs: 300_000 }],
    [['--strategy', 'gather, sequential'], { strategyIds: ['gather', 'sequential'] }],
    [['--strategy', 'gather', '--strategy', 'pool'], { strategyIds: ['gather', 'pool'] }],
    [['--tasks', '7'], { taskCount: 7 }],
    [['--concurrency', '4,8'], { concurrencies: [4, 8] }],
    [['--threads', '1, 3'], { threadCounts: [1, 3] }],
    [['--rounds', '12'], { roundCount: 12, epochCount: 4 }],
    [['--rounds', '2'], { roundCount: 2, epochCount: 1 }],
    [['--rounds', '9', '--epochs', '9'], { roundCount: 9, epochCount: 9 }],
    [['--epochs', '5'], { epochCount: 5, roundCount: null }],
    [['--warmup', '250ms'], { warmupMs: 250 }],
    [['--budget', '7s'], { budgetMs: 7_000, epochCount: 1 }],
    [['--budget', '90s'], { budgetMs: 90_000 }],
    [['--budget', '1.5m'], { budgetMs: 90_000 }],
    [['--budget', '1000ms'], { budgetMs: 1_000 }],
    [['--target', 'http://127.0.0.1:3000/'], { target: 'http://127.0.0.1:3000', mostRequestCount: null }],
    [['--on-port', 'node a.js --at {port}'], { onPort: 'node a.js --at {port}', target: null }],
    [['--target', REMOTE, '--allow-remote'], { target: REMOTE, mostRequestCount: 1_000, epochCount: 1 }],
    [['--target', REMOTE, '--allow-remote', '--epochs', '2'], { epochCount: 2 }],
    [['--target', REMOTE, '--allow-remote', '--max-requests', '80'], { mostRequestCount: 80 }],
    [['--param', 'pages=7', '--param', 'path=a=b'], { parameters: { pages: '7', path: 'a=b' } }],
    [['--deadline', '2s'], { deadlineMs: 2_000 }],
  ])('%j reaches the runner', async (args, settings) => {
    expect((await requested(...args)).settings).toMatchObject(settings);
  });

  it('--param sets what the scenario has, and nothing it has not', async () => {
    const { request } = await requested('--param', 'pages=7');
    expect(request.scenarios.map(({ parameters }) => parameters)).toEqual([{ pages: 7, path: '/' }]);
    const { code, stderr } = await run(['--param', 'pgaes=7']);
    expect(code).toBe(2);
    expect(stderr).toContain("did you mean 'pages'?");
  });

  it('--target and --on-port say what no longer holds, before anything is measured', async () => {
    onTestFinished(() => {
      delete wishes.fixture;
      delete wishes.service;
    });
    const told = async (...args: string[]) => (await run(args)).stderr.split('\n')[0];
    expect(await told('--target', 'http://127.0.0.1:1')).toMatch(/^Saved/);
    wishes.fixture = { inServiceLimit: 4, queueLimit: 9 };
    expect(await told()).toMatch(/^Saved/);
    expect(await told('--target', 'http://127.0.0.1:1')).toBe(
      "--target goes first: left out is fine's `fixture` (inServiceLimit, queueLimit).",
    );
    delete wishes.fixture;
    wishes.service = 'node a.js';
    expect(await told('--on-port', 'node b.js')).toBe("--on-port goes first: left out is fine's own `service`.");
  });

  it('--allow-remote says before anything is sent how much the server will get, and refuses what is too much', async () => {
    const remote = ['--target', REMOTE, '--allow-remote'];
    runner.measure = () => {
      throw new BenchError('TARGET_UNUSABLE', 'stopped here', '-');
    };
    expect((await run([...remote, '--max-requests', '96'])).stderr).toMatch(
      /^Up to 96 requests to 192\.0\.2\.1, on average at most 10 a second; --max-requests changes how many\./,
    );
    runner.measure = () => good;
    const { code, stderr } = await run([...remote, '--tasks', '10000', '--max-requests', '1000000']);
    expect(stderr).toMatch(/^error: fine: \S+ would have 10000 tasks under way at once; at most 50 may be/);
    expect(code).toBe(2);
  });

  it('--max-requests ends a run with what it has, and that is said', async () => {
    runner.measure = ({ onRequestsSpent }) => {
      onRequestsSpent?.(new BenchError('REQUESTS_SPENT', 'they are used up', 'Allow more.'));
      return good;
    };
    const { code, stderr } = await run();
    expect(stderr).toMatch(/^The run ends here: they are used up\. Allow more\.\nSaved/);
    expect(code).toBe(0);
  });

  it('--seed decides, and is drawn otherwise', async () => {
    expect((await requested('--seed', '4294967295')).seed).toBe(4_294_967_295);
    const seeds = [await requested(), await requested(), await requested()].map(({ seed }) => seed);
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('--resume goes on', async () => {
    expect((await requested('--resume')).resume).toBe(true);
  });

  it('--save says where the result and its journal go', async () => {
    expect((await requested()).folder).toBe(folder);
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(JSON.parse(JSON.stringify(good)));
  });

  it('--save to a device has its journal elsewhere', async () => {
    devices.add(saved);
    expect((await requested()).folder).toBe(tmpdir());
  });

  it('--out takes the report, --format its form', async () => {
    const { stdout } = await run(['--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true });
    const out = join(folder, 'report.md');
    expect((await run(['--format', 'markdown', '--out', out])).stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toContain('| ');
  });

  it('--details and --no-details say how much of it', async () => {
    expect((await run()).stdout).not.toContain('predicted');
    expect((await run(['--details'])).stdout).toContain('predicted');
    const wide = { terminalColumns: 130 };
    expect((await run([], wide)).stdout).toContain('predicted');
    expect((await run(['--no-details'], wide)).stdout).not.toContain('predicted');
  });
});

describe('a run', () => {
  it('says where its result is, and forgets the journal', async () => {
    const { code, stdout, stderr } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('gather');
    expect(stderr).toBe(`Saved ${saved}. Show it again: overlap show ${saved}\n`);
    expect(runner.forgotten).toBe(1);
  });

  it('exits by its report', async () => {
    const failure = { code: 'TASK_THREW', message: 'it broke' };
    const cells = good.cells.map((cell) => ({ ...cell, status: { state: 'failed' as const, failure } }));
    runner.measure = () => ({ ...good, cells });
    expect((await run()).code).toBe(1);
  });

  it('tells of an unfinished one that it replaces', async () => {
    runner.replacedRoundCount = 12;
    expect((await run()).stderr).toContain('An unfinished run with 12 rounds is here and will be replaced; --resume');
  });

  it('warns of a journal that cannot be written, and goes on', async () => {
    runner.lost = new BenchError('FILE_WRITE', 'the disk is full', 'Free some space.');
    const { code, stderr } = await run();
    expect(stderr).toMatch(/^warning: the disk is full\nFree some space\.\nSaved/);
    expect(code).toBe(0);
  });

  it('is not said to be interrupted where it was not', async () => {
    runner.keptIn = join(folder, '.journal');
    expect((await run()).stderr).not.toContain('Interrupted');
  });

  it('draws its progress on a terminal only, and wipes it', async () => {
    const progress: Progress = {
      scenarioId: 'fine',
      scenarioIndex: 0,
      scenarioCount: 1,
      phase: 'measuring',
      round: 0,
      roundCount: 3,
      remainingMs: null,
    };
    runner.measure = ({ onProgress }) => {
      onProgress(progress);
      return good;
    };
    expect((await run()).stderr).not.toContain('round 1 of 3');
    expect((await run([], { terminalColumns: 80 })).stderr).toContain('fine: round 1 of 3\r\u001b[2KSaved');
    runner.measure = ({ onProgress }) => {
      onProgress(progress);
      throw new BenchError('FIXTURE_LOST', 'gone', 'Again.');
    };
    expect((await run([], { terminalColumns: 80 })).stderr).toContain('of 3\r\u001b[2Kerror: gone');
  });

  it('hands Ctrl-C to the runner', async () => {
    const signal = AbortSignal.abort();
    runner.measure = (surroundings) => {
      expect(surroundings.signal).toBe(signal);
      return good;
    };
    expect((await run([], { signal })).code).toBe(0);
  });
});

describe('a budget', () => {
  it('that cannot hold what is measured at least is said to be too small, with the time it will take', async () => {
    const { stderr } = await run(['--budget', '1s']);
    expect(stderr).toMatch(/^--budget: this scenario will take about \d+ s instead of 1 s,.*\nName fewer scenarios/);
  });

  it.each([
    ['will do', ['--budget', '1m']],
    ['is the default', ['--quick']],
    ['does not matter', ['--budget', '1s', '--rounds', '3']],
  ])('that %s needs no word', async (_, args) => {
    expect((await run(args)).stderr).not.toContain('budget');
  });
});

describe('an interrupted run', () => {
  it('is saved as far as it came, and can be resumed', async () => {
    runner.measure = () => partial;
    runner.keptIn = join(folder, '.journal');
    const { code, stdout, stderr } = await run();
    expect(code).toBe(130);
    expect(stdout).toContain('gather');
    expect(stderr).toContain('Interrupted: go on with the same flags and --resume.');
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ complete: false });
    expect(runner.forgotten).toBe(0);
  });

  it('is not said to be kept where it is not', async () => {
    runner.measure = () => partial;
    const { code, stderr } = await run();
    expect(code).toBe(130);
    expect(stderr).not.toContain('--resume');
  });

  it('replaces nothing before its first sample', async () => {
    writeFileSync(saved, 'a good result');
    runner.measure = () => empty;
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toBe(`Interrupted before the first sample: nothing was measured, and ${saved} is as it was.\n`);
    expect(readFileSync(saved, 'utf8')).toBe('a good result');
  });

  it('is saved, though empty, when it was not interrupted but every cell failed', async () => {
    const failure = { code: 'TASK_THREW', message: 'it broke' };
    const cells = empty.cells.map((cell) => ({ ...cell, status: { state: 'failed' as const, failure } }));
    runner.measure = () => ({ ...empty, complete: true, cells });
    expect((await run()).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['saved.json']);
  });
});

describe('numbers that were measured', () => {
  it('are kept when the measuring fails, and it says where', async () => {
    runner.keptIn = '/x/.journal';
    runner.measure = () => {
      throw new BenchError('FIXTURE_LOST', 'the server is gone', 'Run again.');
    };
    const { code, stderr } = await run();
    expect(code).toBe(1);
    expect(stderr).toContain('kept in /x/.journal: go on with the same flags and --resume.');
  });

  // A folder where the file should be stands for everything that can happen to a disk while it is measured.
  const disturb = (...paths: string[]) => {
    runner.measure = () => {
      for (const path of paths) mkdirSync(path);
      return good;
    };
  };

  it('are printed when they cannot be saved, and it says where they are', async () => {
    disturb(saved);
    runner.keptIn = '/x/.journal';
    const { code, stdout, stderr } = await run();
    expect(code).toBe(2);
    expect(stdout).toContain('gather');
    expect(stderr).toMatch(
      /^error: cannot write .*\n.*The numbers are kept in \/x\/\.journal: go on with .*--resume\.\n$/,
    );
    expect({ forgotten: runner.forgotten, left: runner.left }).toEqual({ forgotten: 0, left: 1 });
    rmSync(saved, { recursive: true });
    runner.keptIn = null;
    expect((await run()).stderr).not.toContain('kept in');
  });

  it('are printed when a bug stands in the way of saving them', async () => {
    disk.bug = new TypeError('a bug');
    const out = join(folder, 'report.txt');
    await expect(run(['--out', out])).rejects.toThrow('a bug');
    expect(readFileSync(out, 'utf8')).toContain('gather');
  });

  it('are printed when the report cannot be written either', async () => {
    const out = join(folder, 'report.txt');
    disturb(out);
    const { code, stdout, stderr } = await run(['--out', out]);
    expect(code).toBe(2);
    expect(stdout).toContain('gather');
    expect(stderr).toContain(`Saved ${saved}`);
    expect(stderr).toContain(`error: cannot write ${out}`);
  });

  it('come before the report where neither can be written', async () => {
    const out = join(folder, 'report.txt');
    disturb(saved, out);
    const { code, stdout, stderr } = await run(['--out', out]);
    expect(code).toBe(2);
    expect(stdout).toContain('gather');
    expect(stderr).toContain(`error: cannot write ${saved}`);
  });

  it('are printed when they are no valid document, and are not said to be kept', async () => {
    runner.keptIn = '/x/.journal';
    runner.measure = () => ({ ...good, measuredMs: -1 });
    const { code, stdout, stderr } = await run();
    expect(code).toBe(1);
    expect(stdout).toContain('gather');
    expect(stderr).toMatch(/^error: the result is not saved/);
    expect(stderr).not.toContain('/x/.journal');
  });

  it('stay when a bug stands in the way', async () => {
    runner.measure = () => {
      throw new TypeError('a bug');
    };
    await expect(run()).rejects.toThrow('a bug');
  });
});

describe('a place that would lose something is refused before measuring', () => {
  async function expectRefused(args: readonly string[], message: RegExp): Promise<void> {
    const { code, stdout, stderr } = await callOverlap(['run', ...args]);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(runner.asked).toEqual([]);
  }

  it('the same file for the numbers and the report', async () => {
    await expectRefused(['--save', saved, '--out', saved], /^error: --out: expected another file than --save/);
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await expectRefused(['--save', join(folder, 'real', 'x'), '--out', join(folder, 'link', 'x')], /another file than/);
    writeFileSync(saved, '');
    linkSync(saved, join(folder, 'hard'));
    await expectRefused(['--save', saved, '--out', join(folder, 'hard')], /another file than/);
  });

  it('a pipe for the numbers, which nobody could show again', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    runner.measure = () => empty;
    await expectRefused(['--save', pipe], /^error: cannot write .*pipe: it is a pipe/);
  });

  it('the scenario that is measured', async () => {
    const scenario = join(folder, 'mine.ts');
    writeFileSync(scenario, 'export default 1');
    await expectRefused([scenario, '--save', scenario], /^error: --save: expected another file than .*, which is read/);
    await expectRefused([scenario, '--out', scenario], /^error: --out: expected another file than .*, which is read/);
    expect(readFileSync(scenario, 'utf8')).toBe('export default 1');
  });
});
