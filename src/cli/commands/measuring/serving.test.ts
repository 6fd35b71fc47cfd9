// What `serve` says and when it ends, with a server that answers at once in place of a process.

import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resolveOptions } from '../../../../fixtures/options.ts';
import { BenchError } from '../../../errors.ts';
import { callOverlap } from '../../testing.ts';

/** What was asked of the world, and what it does. */
const world = vi.hoisted(() => ({
  started: [] as { options: object; signal: AbortSignal }[],
  closedCount: 0,
  warnings: [] as string[],
  ended: new Promise<string>(() => {}),
  interrupt: new AbortController(),
  whileStarting: () => {},
  forked: [] as { path: string; options: unknown }[],
  exitCode: 0 as number | null,
}));
vi.mock('../../../runner/processes/fixture-process.ts', () => ({
  FixtureProcess: {
    async start(options: object, signal: AbortSignal) {
      world.started.push({ options, signal });
      world.whileStarting();
      return {
        origin: 'http://127.0.0.1:9',
        warnings: world.warnings,
        endpoints: [{ method: 'GET', path: '/delay/5', about: 'answers late' }],
        ended: world.ended,
        close: async () => {
          world.closedCount += 1;
        },
      };
    },
  },
}));
vi.mock('../../shell/interrupt.ts', () => ({ abortOnInterrupt: () => world.interrupt.signal }));
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  fork(path: string, options: unknown) {
    world.forked.push({ path, options });
    const child = new EventEmitter();
    setImmediate(() => child.emit('exit', world.exitCode));
    return child;
  },
}));

const written = { stdout: '', stderr: '' };
beforeEach(() => {
  Object.assign(world, { started: [], closedCount: 0, warnings: [], ended: new Promise(() => {}) });
  Object.assign(world, { interrupt: new AbortController(), whileStarting: () => {}, forked: [], exitCode: 0 });
  Object.assign(written, { stdout: '', stderr: '' });
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += text;
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Serves until it says that it can be stopped, and then stops it. */
async function serveAndStop(...args: string[]) {
  const ended = callOverlap(['serve', ...args]);
  await vi.waitFor(() => expect(written.stderr).toContain('Ctrl-C'), { interval: 1, timeout: 5_000 });
  expect(world.closedCount).toBe(0);
  world.interrupt.abort();
  return ended;
}

describe('serve', () => {
  it('prints its origin on stdout, what it answers on stderr, and ends without a word when interrupted', async () => {
    expect(await serveAndStop()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(written.stdout).toBe('http://127.0.0.1:9\n');
    expect(written.stderr).toBe('  GET http://127.0.0.1:9/delay/5\n      answers late\nCtrl-C stops it.\n');
    expect(world.closedCount).toBe(1);
  });

  it('starts the server with its own defaults and what was asked for', async () => {
    await serveAndStop('--in-service-limit', '4');
    expect(world.started).toEqual([{ options: resolveOptions({ inServiceLimit: 4 }), signal: world.interrupt.signal }]);
  });

  it('passes on what the server warns of', async () => {
    world.warnings = ['others can reach it'];
    await serveAndStop();
    expect(written.stderr).toMatch(/^warning: others can reach it\n {2}GET/);
  });

  it('tells of a server that is gone', async () => {
    world.ended = Promise.resolve('ended by itself');
    const { code, stderr } = await callOverlap(['serve']);
    expect(stderr).toBe('error: the fixture server ended by itself\nStart it again.\n');
    expect({ code, closedCount: world.closedCount }).toEqual({ code: 1, closedCount: 1 });
  });

  it('ends when it was interrupted as the server began to listen', async () => {
    world.whileStarting = () => world.interrupt.abort();
    expect((await callOverlap(['serve'])).code).toBe(0);
    expect(world.closedCount).toBe(1);
  });

  it('ends without a word when it was interrupted before the server listens', async () => {
    world.whileStarting = () => {
      world.interrupt.abort();
      throw new BenchError('INTERRUPTED', 'interrupted', 'Start again.');
    };
    expect(await callOverlap(['serve'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(written).toEqual({ stdout: '', stderr: '' });
  });

  it('tells why the server did not start', async () => {
    world.whileStarting = () => {
      throw new BenchError('PORT_IN_USE', 'port 9 is taken', 'Choose another.');
    };
    expect(await callOverlap(['serve'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: port 9 is taken\nChoose another.\n',
    });
  });
});

describe('serve --selftest', () => {
  it.each([
    [0, 0],
    [3, 3],
    [null, 1],
  ])('runs in a process that notices when ours is gone; its end with %s is ours with %s', async (code, ours) => {
    world.exitCode = code;
    await callOverlap(['serve', '--selftest']);
    expect(process.exitCode).toBe(ours);
    expect(world.started).toEqual([]);
    expect(world.forked).toEqual([
      {
        path: expect.stringMatching(/\/fixtures\/selftest\.ts$/),
        options: { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] },
      },
    ]);
  });
});
