// Runs that really measure: what they start ends with them, whichever way they end.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { testScenario } from '../cli/testing.ts';
import { BenchError, readDocument, runScenario } from '../index.ts';

/** What a process has started and that still runs, without the reaper, which leaves last. */
function childrenOf(parent: number | undefined): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const [, state, ppid] = /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return ppid === String(parent) && state !== 'Z' && /(arm|preflight|describe|fixtures)\//.test(command);
    } catch {
      return false;
    }
  });
}

// They start processes on a machine that others use, too.
vi.setConfig({ testTimeout: 60_000 });

const isAlive = (pid: string) => readdirSync('/proc').includes(pid);

it('a run that is aborted keeps its rounds, and leaves no process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const controller = new AbortController();
  let most: string[] = [];
  const { document, exitCode } = await runScenario(testScenario('fine'), {
    rounds: 5_000,
    epochs: 1,
    warmupMs: 1,
    strategies: ['sequential', 'gather'],
    signal: controller.signal,
    saveTo: join(folder, 'partial.json'),
    onProgress: ({ phase, round }) => {
      if (phase !== 'measuring' || round < 2) return;
      most = childrenOf(process.pid);
      controller.abort();
    },
  });
  expect(most.length).toBeGreaterThan(3);
  expect(childrenOf(process.pid)).toEqual([]);
  expect({ complete: document.complete, exitCode }).toEqual({ complete: false, exitCode: 130 });
  for (const { samples } of document.cells) expect(samples.length).toBeGreaterThanOrEqual(2);
  expect(await readDocument(join(folder, 'partial.json'))).toEqual(document);
  expect(readdirSync(folder)).toEqual(['partial.json']);
});

it('a program that ends while its run is under way takes it along', async () => {
  const program = fileURLToPath(new URL('./testing/ends-meanwhile.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const children = childrenOf(child.pid);
  expect(children.length).toBeGreaterThan(3);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([7, null]);
  await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});

it('a file that asks for a run of itself is refused, and starts no second one', async () => {
  const source = new URL('./testing/measures-itself.ts', import.meta.url);
  const failure: unknown = await runScenario(source).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(BenchError);
  expect(failure).toMatchObject({
    code: 'SCENARIO_LOAD',
    message: expect.stringContaining('a scenario file asks for a run while it is run itself'),
  });
});
