// A run that a program asks for is the run that the command makes: asked for in the same way, told in the same way. The
// conductor is replaced by one that answers at once.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOverlap, testScenario } from '../../cli/testing.ts';
import { BenchError, type Progress, type RunOptions, renderReport, runScenario, runScenarios } from '../../index.ts';
import type { ResultDocument } from '../../model/document/document.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import type { RunRequest } from '../../runner/plan/run-settings.ts';
import type { RunSurroundings } from '../../runner/run-benchmarks.ts';

/** What the runner was asked, and what it is to do. */
const runner = vi.hoisted(() => ({
  names: [] as string[][],
  asked: [] as RunRequest[],
  measure: async (_: RunSurroundings): Promise<ResultDocument> => {
    throw new Error('not set');
  },
  find: (): void => {},
  url: '',
}));
vi.mock('../../runner/run-benchmarks.ts', () => ({
  runBenchmarks: (request: RunRequest, surroundings: RunSurroundings) => {
    runner.asked.push(request);
    return runner.measure(surroundings);
  },
}));
vi.mock('../../runner/discover.ts', async (original) => ({
  ...(await original<typeof import('../../runner/discover.ts')>()),
  findScenarios: async (names: string[]) => {
    runner.names.push(names);
    runner.find();
    return [{ id: 'fine', kind: 'mixed', taskCount: 4, url: runner.url, concurrency: null }];
  },
}));

const good = documentOf({ scenarios: [downloadPages] });
const partial = { ...good, complete: false };
const empty = { ...partial, cells: good.cells.map((cell) => ({ ...cell, samples: [] })) };
const scenario = testScenario('fine');
const interrupted = () => new BenchError('INTERRUPTED', 'interrupted', '');

let folder = '';
let saved = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-run-'));
  saved = join(folder, 'saved.json');
  Object.assign(runner, { names: [], asked: [], measure: async () => good, find: () => {} });
  runner.url = pathToFileURL(scenario).href;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** How a call is refused, without a scenario being looked for. */
async function refusalOf(call: Promise<unknown>): Promise<BenchError> {
  const thrown = await call.then(
    () => null,
    (error) => error,
  );
  expect(runner.asked).toEqual([]);
  expect(thrown).toBeInstanceOf(BenchError);
  return thrown;
}

describe('a run of a program and one of the command', () => {
  it.each<[string[], RunOptions]>([
    [[], {}],
    [[], { quick: undefined, rounds: undefined }],
    [['--quick'], { quick: true }],
    [['--strategy', 'gather,sequential'], { strategies: ['gather', 'sequential'] }],
    [['--tasks', '7'], { tasks: 7 }],
    [['--concurrency', '4'], { concurrency: 4 }],
    [['--concurrency', '4,8'], { concurrency: [4, 8] }],
    [['--threads', '3'], { threads: 3 }],
    [['--threads', '1,3'], { threads: [1, 3] }],
    [['--rounds', '12'], { rounds: 12 }],
    [['--rounds', '9', '--epochs', '9'], { rounds: 9, epochs: 9 }],
    [['--epochs', '5'], { epochs: 5 }],
    [['--warmup', '250ms'], { warmupMs: 250 }],
    [['--budget', '7s'], { budgetMs: 7_000 }],
    [['--deadline', '2s'], { deadlineMs: 2_000 }],
  ])('%j is %j', async (flags, options) => {
    await callOverlap(['run', scenario, '--seed', '5', '--save', saved, ...flags]);
    await runScenario(scenario, { seed: 5, ...options });
    const [command, program] = runner.asked;
    expect(program).toEqual(command);
    expect(program?.seed).toBe(5);
  });

  it('draw a seed', async () => {
    for (let run = 0; run < 3; run++) await runScenario(scenario);
    expect(new Set(runner.asked.map(({ seed }) => seed)).size).toBeGreaterThan(1);
  });

  it('tell the same', async () => {
    const { stdout, code } = await callOverlap(['run', scenario, '--save', saved, '--format', 'json']);
    const { document, report, exitCode } = await runScenario(scenario);
    expect(document).toBe(good);
    expect(await renderReport(report, { format: 'json' })).toBe(stdout);
    expect(exitCode).toBe(code);
    const failure = { code: 'TASK_THREW', message: 'it broke' };
    const cells = good.cells.map((cell) => ({ ...cell, status: { state: 'failed' as const, failure } }));
    runner.measure = async () => ({ ...good, cells });
    expect((await runScenario(scenario)).exitCode).toBe(1);
  });
});

describe('scenarios', () => {
  it('are named by path, address or id, several at once', async () => {
    await runScenario('count-primes');
    await runScenarios([scenario, pathToFileURL('/a b#?%.ts'), pathToFileURL('/c d.ts').href, './e.ts']);
    expect(runner.names).toEqual([['count-primes'], [scenario, '/a b#?%.ts', '/c d.ts', './e.ts']]);
  });

  it.each([
    [
      { inputs: () => [] },
      /^expected where a scenario is, got \{ inputs: .*/,
      /export it as default .*import\.meta\.url/,
    ],
    [undefined, /got undefined$/, /overlap list/],
    ['', /got ''$/, /overlap list/],
    ['https://example.com/x.ts', /got 'https:/, /overlap list/],
    [new URL('https://example.com/x.ts'), /file URL or id of a scenario, got https:/, /overlap list/],
  ])('%o is none', async (source, message, hint) => {
    const refusal = await refusalOf(runScenario(source as string));
    expect(refusal).toMatchObject({ code: 'USAGE', message: expect.stringMatching(message) });
    expect(refusal.hint).toMatch(hint);
  });

  it('are at least one, in a list', async () => {
    expect((await refusalOf(runScenarios([]))).message).toBe('expected a list of scenarios, got an empty one');
    expect((await refusalOf(runScenarios('fine' as never))).message).toBe("expected a list of scenarios, got 'fine'");
  });
});

describe('an option', () => {
  it.each([
    [{ round: 3 }, "Unknown option 'round' (did you mean 'rounds'?)"],
    [{ constructor: 3 }, "Unknown option 'constructor'"],
    [{ quick: 1 }, 'quick: expected true or false, got 1'],
    [{ rounds: 0 }, 'rounds: expected a whole number from 1 to 100000, got 0'],
    [{ rounds: 1.5 }, 'rounds: expected a whole number from 1 to 100000, got 1.5'],
    [{ epochs: '3' }, "epochs: expected a whole number from 1 to 1000, got '3'"],
    [{ tasks: 10_001 }, 'tasks: expected a whole number from 1 to 10000, got 10001'],
    [{ seed: -1 }, 'seed: expected a whole number from 0 to 4294967295, got -1'],
    [{ threads: [] }, 'threads: expected a whole number from 1 to 128, or a list of such, each once, got []'],
    [{ concurrency: [2, 2] }, /^concurrency: expected .*, each once, got \[ 2, 2 \]$/],
    [{ concurrency: 0 }, /^concurrency: .* got 0$/],
    [{ strategies: [] }, 'strategies: expected a list of ids of strategies, each once, got []'],
    [{ strategies: 'gather' }, /^strategies: .* got 'gather'$/],
    [{ budgetMs: 999 }, 'budgetMs: expected a number of milliseconds from 1000 to 86400000, got 999'],
    [{ warmupMs: Number.NaN }, /^warmupMs: .* got NaN$/],
    [{ deadlineMs: '2s' }, /^deadlineMs: .* got '2s'$/],
    [{ signal: {} }, 'signal: expected an AbortSignal, got {}'],
    [{ onProgress: 1 }, 'onProgress: expected a function, got 1'],
    [{ saveTo: 'folder/' }, "saveTo: expected the path of a file, or its URL, got 'folder/'"],
    [{ saveTo: '' }, /^saveTo: /],
    [{ rounds: 2, epochs: 3 }, 'rounds 2 is fewer than epochs 3'],
    [null, 'options: expected an object, got null'],
    [[], 'options: expected an object, got []'],
  ])('%o is refused', async (options, message) => {
    const refusal = await refusalOf(runScenario(scenario, options as RunOptions));
    expect(refusal.message).toMatch(message);
    expect(refusal).toMatchObject({ code: 'USAGE', exitCode: 2 });
    expect(refusal.hint).not.toBe('');
  });

  it('that names no strategy is refused by its own name', async () => {
    expect(await refusalOf(runScenario(scenario, { strategies: ['gater'] }))).toMatchObject({
      code: 'UNKNOWN_STRATEGY',
      message: "strategies: unknown strategy 'gater' (did you mean 'gather'?)",
    });
  });

  it('onProgress hears of every step, and its error is the outcome', async () => {
    const step = { phase: 'starting', round: 0 } as Progress;
    runner.measure = async ({ onProgress }) => {
      onProgress(step);
      return good;
    };
    const heard: Progress[] = [];
    await runScenario(scenario, { onProgress: (progress) => heard.push(progress) });
    expect(heard).toEqual([step]);
    const onProgress = () => {
      throw new TypeError('a bug of theirs');
    };
    await expect(runScenario(scenario, { onProgress })).rejects.toThrow('a bug of theirs');
  });
});

describe('a run that is aborted', () => {
  const stopped = () => {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort('enough') };
  };

  it('before it begins is not begun, and rejects with the reason', async () => {
    await expect(runScenario(scenario, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(runner.names).toEqual([]);
  });

  it('while its files are read rejects with the reason', async () => {
    const { signal, abort } = stopped();
    runner.find = () => {
      abort();
      throw interrupted();
    };
    await expect(runScenario(scenario, { signal })).rejects.toBe('enough');
  });

  it('before the first sample rejects with the reason, and leaves a saved result as it was', async () => {
    const { signal, abort } = stopped();
    writeFileSync(saved, 'a good result');
    runner.measure = async () => {
      abort();
      return empty;
    };
    await expect(runScenario(scenario, { signal, saveTo: saved })).rejects.toBe('enough');
    expect(readFileSync(saved, 'utf8')).toBe('a good result');
  });

  it('after it resolves to what was measured, and saves it', async () => {
    const { signal, abort } = stopped();
    runner.measure = async (surroundings) => {
      abort();
      expect(surroundings.signal).toBe(signal);
      return partial;
    };
    const { document, report, exitCode } = await runScenario(scenario, { signal, saveTo: saved });
    expect({ exitCode, complete: [document.complete, report.complete] }).toEqual({
      exitCode: 130,
      complete: [false, false],
    });
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ complete: false });
  });

  it('though no signal says so has no reason but its own', async () => {
    runner.measure = async () => empty;
    await expect(runScenario(scenario)).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });

  it('has other errors as they are', async () => {
    const { signal, abort } = stopped();
    runner.measure = async () => {
      abort();
      throw new BenchError('FIXTURE_LOST', 'gone', 'Again.');
    };
    await expect(runScenario(scenario, { signal })).rejects.toMatchObject({ code: 'FIXTURE_LOST' });
  });

  it('with no sample, though nobody aborted it and every cell failed, is told all the same', async () => {
    runner.measure = async () => ({ ...empty, complete: true });
    expect((await runScenario(scenario)).document.complete).toBe(true);
  });
});

describe('what is written', () => {
  it('is nothing that was not asked for', async () => {
    const before = readdirSync('.');
    await runScenario(scenario);
    expect(readdirSync('.')).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is the document, in a file that was named by path or address', async () => {
    await runScenario(scenario, { saveTo: saved });
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(JSON.parse(JSON.stringify(good)));
    await runScenario(scenario, { saveTo: pathToFileURL(join(folder, 'a b.json')) });
    expect(readdirSync(folder)).toEqual(['a b.json', 'saved.json']);
  });

  it('is where it was asked for, though the program has gone elsewhere since', async () => {
    const from = process.cwd();
    runner.measure = async () => {
      process.chdir(folder);
      return good;
    };
    try {
      await runScenario(scenario, { saveTo: relative(from, saved) });
    } finally {
      process.chdir(from);
    }
    expect(readdirSync(folder)).toEqual(['saved.json']);
  });

  it('is never the scenario, nor anything where nothing can be written', async () => {
    const mine = join(folder, 'mine.ts');
    writeFileSync(mine, 'export default 1');
    expect((await refusalOf(runScenario(mine, { saveTo: mine }))).message).toMatch(/^saveTo: expected another file/);
    expect((await refusalOf(runScenario(scenario, { saveTo: folder }))).code).toBe('FILE_WRITE');
    expect(readFileSync(mine, 'utf8')).toBe('export default 1');
  });

  it('can be read again, or the run has no result', async () => {
    runner.measure = async () => ({ ...good, measuredMs: -1 });
    await expect(runScenario(scenario, { saveTo: saved })).rejects.toMatchObject({ code: 'DOCUMENT_INVALID' });
    await expect(runScenario(scenario)).rejects.toMatchObject({ code: 'DOCUMENT_INVALID' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
