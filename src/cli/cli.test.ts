// The program as a user meets it: real processes, real files, real signals. What needs none of these is tested in-process,
// beside its file. Nothing here asserts how fast anything is.

import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../model/document/document.ts';
import { callOverlap, overlap, startOverlap, testScenario } from './testing.ts';

let folder = '';
let saved = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  saved = join(folder, 'saved.json');
  const { code, stderr } = await overlap(
    'run',
    testScenario('fine'),
    '--rounds',
    '3',
    '--epochs',
    '1',
    '--save',
    saved,
  );
  // Beside a busy neighbour a run may lose its rounds and end with 4; what is saved serves these tests all the same.
  if (code === null || ![0, 1, 4].includes(code)) throw new Error(stderr);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of its own for each test that looks at what is left in it. */
function ownFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

const read = (path: string): ResultDocument => JSON.parse(readFileSync(path, 'utf8'));

/** Processes whose command line names one of ours with this folder or scenario in it. */
function childrenOf(pid: number | undefined): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });
}

describe('run', () => {
  it('prints the report on stdout and the rest on stderr, with no progress in a pipe', async () => {
    const { stdout, stderr } = await overlap(
      'run',
      testScenario('fine'),
      '--rounds',
      '2',
      '--epochs',
      '1',
      '--save',
      join(folder, 'a.json'),
    );
    expect(stdout).toContain('Fine');
    expect(stdout).toContain('gather+pool');
    const path = join(folder, 'a.json');
    expect(stderr.replace('npx overlap-bench', 'overlap')).toBe(`Saved ${path}. Show it again: overlap show ${path}\n`);
    for (const text of [stdout, stderr]) expect(text).not.toContain('\u001b');
  });

  it('fails with 1 when a cell failed, and still saves a complete document', async () => {
    const path = join(folder, 'failed.json');
    const { code, stdout } = await overlap(
      'run',
      testScenario('throws'),
      '--rounds',
      '2',
      '--epochs',
      '1',
      '--save',
      path,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('task two is broken');
    expect(read(path).complete).toBe(true);
  });

  it('leaves neither journal nor temporary file behind', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('list', () => {
  it('names every scenario and strategy', async () => {
    const { code, stdout } = await callOverlap(['list']);
    expect(code).toBe(0);
    for (const id of ['download-pages', 'count-primes', 'sequential', 'gather+pool']) expect(stdout).toContain(id);
  });
});

describe('preflight', () => {
  it('prints a positive price for everything', async () => {
    const { code, stdout } = await callOverlap(['preflight', '--threads', '2', '--json']);
    expect(code).toBe(0);
    const prices = JSON.parse(stdout);
    expect(prices.effectiveCores).toHaveLength(2);
    for (const name of ['requestFloorMs', 'poolStartMs', 'dispatchMs', 'kernelUnitsPerMs']) {
      expect(prices[name]).toBeGreaterThan(0);
    }
  });
});

describe('serve', () => {
  it('names a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await overlap('serve', '--port', String(port));
    other.close();
    expect(stderr).toContain(String(port));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('prints its origin, answers, and stops on Ctrl-C', async () => {
    const server = startOverlap(['serve']);
    await server.seen('Ctrl-C stops it');
    server.process.kill('SIGINT');
    const { code, stdout } = await server.ended;
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(code).toBe(0);
  });
});

describe('Ctrl-C', () => {
  it('saves what was measured, marked as partial, and leaves no child', async () => {
    const here = ownFolder('partial');
    const path = join(here, 'partial.json');
    const running = startOverlap(['run', testScenario('fine'), '--rounds', '5000', '--epochs', '1', '--save', path]);
    await journalHas(here, 4);
    const children = childrenOf(running.process.pid);
    expect(children.length).toBeGreaterThan(2);
    const commands = new Map(children.map((pid) => [pid, commandOf(pid)]));
    running.process.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('--resume');
    expect(read(path).complete).toBe(false);
    expect(read(path).cells.every(({ samples }) => samples.length >= 3)).toBe(true);
    // The reaper sees our end, and leaves after it.
    const reapers = children.filter((pid) => commands.get(pid)?.includes('reaper'));
    expect(children.filter((pid) => !reapers.includes(pid) && isAlive(pid)).map((pid) => commands.get(pid))).toEqual(
      [],
    );
    await expect.poll(() => reapers.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    expect((await callOverlap(['show', path])).code).toBe(0);
  });

  it('before the first sample leaves an earlier result as it was', async () => {
    const here = ownFolder('early');
    const path = join(here, 'early.json');
    writeFileSync(path, 'an earlier result');
    const running = startOverlap(['run', testScenario('fine'), '--rounds', '7', '--epochs', '1', '--save', path]);
    await expect
      .poll(() => childrenOf(running.process.pid).some(isFixture), { timeout: 20_000, interval: 20 })
      .toBe(true);
    running.process.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('nothing was measured');
    expect(readFileSync(path, 'utf8')).toBe('an earlier result');
    expect(readdirSync(here)).toEqual(['early.json']);
  });
});

describe('a stdout that ends', () => {
  it('early does not turn a failure into success', async () => {
    const document = read(saved);
    const failure = { code: 'TASK_THREW', message: 'it broke' };
    const cells = document.cells.map((cell) => ({ ...cell, status: { state: 'failed', failure } }));
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, JSON.stringify({ ...document, cells }));
    const running = startOverlap(['compare', saved, broken]);
    running.process.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 1, stderr: '' });
  });

  it('early is no failure either', async () => {
    const running = startOverlap(['show', saved]);
    running.process.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('on a full disk is one', async () => {
    const full = openSync('/dev/full', 'w');
    const running = startOverlap(['show', saved], { stdout: full });
    const { code, stderr } = await running.ended;
    closeSync(full);
    expect(stderr).toMatch(/^error: cannot write to stdout: .*\nUse --out FILE/);
    expect(code).toBe(2);
  });
});

describe('kill -9', () => {
  it('loses at most one round, and takes all children along', async () => {
    const here = ownFolder('killed');
    const flags = ['run', testScenario('fine'), '--rounds', '20', '--epochs', '1', '--save', join(here, 'killed.json')];
    const running = startOverlap(flags);
    await journalHas(here, 6);
    const children = childrenOf(running.process.pid);
    running.process.kill('SIGKILL');
    await running.ended;
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    const { code, stderr } = await overlap(...flags, '--resume');
    expect(stderr).not.toContain('error');
    expect([0, 1]).toContain(code);
    const document = read(join(here, 'killed.json'));
    expect(document.complete).toBe(true);
    for (const { status, samples } of document.cells) {
      if (status.state === 'completed') expect(samples.map(({ round }) => round)).toEqual([...Array(20).keys()]);
    }
  });
});

/** Waits until some journal in the folder has that many lines. */
async function journalHas(inFolder: string, lineCount: number): Promise<void> {
  await expect
    .poll(
      () => {
        const journal = readdirSync(inFolder).find((name) => name.startsWith('.journal'));
        return journal ? readFileSync(join(inFolder, journal), 'utf8').split('\n').length - 1 : 0;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBeGreaterThanOrEqual(lineCount);
}

const isFixture = (pid: string) => commandOf(pid).includes('fixtures/server');

/** The command line of a process; empty when it is gone. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function isAlive(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch {
    return false;
  }
}
