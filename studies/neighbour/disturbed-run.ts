// One run of the command line, alone or beside a program that computes without end from the second second on. The run and
// its neighbour are processes of their own, so that neither belongs to the other.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../../src/document/store.ts';
import type { ResultDocument } from '../../src/model/document/document.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const STRATEGY_IDS = 'sequential,gather,pool';
const NEIGHBOUR_FROM_MS = 1_000;
/** Ends by itself, should nobody be left to end it. */
const ENDLESS = 'const untilMs = Date.now() + 120_000; while (Date.now() < untilMs);';

/** Runs the scenarios and resolves to the document that was saved. Rejects where the run ends in an error. */
export async function disturbedRun(
  scenarioIds: readonly string[],
  budgetMs: number,
  hasNeighbour: boolean,
): Promise<ResultDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'overlap-neighbour-'));
  const saved = join(folder, 'saved.json');
  const asked = ['--strategy', STRATEGY_IDS, '--quick', '--budget', `${budgetMs}ms`, '--seed', '7', '--save', saved];
  const words = ['run', ...scenarioIds, ...asked];
  const run = spawn(process.execPath, [CLI, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(run, 'exit');
  const complaint = text(run.stderr);
  const neighbour = hasNeighbour ? startNeighbour() : null;
  try {
    const [code] = await ended;
    if (code !== 0 && code !== 1) throw new Error(`the run ended with ${code}: ${await complaint}`);
    return await readDocument(saved);
  } finally {
    await neighbour?.();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts it in a second; what is returned ends it. */
function startNeighbour(): () => Promise<void> {
  const controller = new AbortController();
  const started = sleep(NEIGHBOUR_FROM_MS, null, { signal: controller.signal }).then(
    () => spawn(process.execPath, ['-e', ENDLESS], { stdio: 'ignore' }),
    () => null,
  );
  return async () => {
    controller.abort();
    const neighbour = await started;
    if (neighbour === null) return;
    const gone = once(neighbour, 'exit');
    neighbour.kill('SIGKILL');
    await gone;
  };
}
