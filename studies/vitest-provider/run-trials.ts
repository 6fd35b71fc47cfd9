// Trials in processes of vitest, a few in each, beside a program that computes without end where one is wanted.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SETTINGS_VARIABLE, type TrialAnswer, type TrialSettings } from './settings.ts';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const CONFIG = fileURLToPath(new URL('./vitest.config.ts', import.meta.url));
const TRIALS_A_PROCESS = 10;
/** Ends by itself, should nobody be left to end it. */
const ENDLESS = 'const untilMs = Date.now() + 600_000; while (Date.now() < untilMs);';

/** Runs the trials of one row and resolves to their answers. Rejects where vitest ends in an error. */
export async function runTrials(
  settings: Omit<TrialSettings, 'answersPath'>,
  hasNeighbour: boolean,
): Promise<TrialAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'overlap-vitest-'));
  const answersPath = join(folder, 'answers.ndjson');
  await writeFile(answersPath, '');
  const neighbour = hasNeighbour ? spawn(process.execPath, ['-e', ENDLESS], { stdio: 'ignore' }) : null;
  try {
    for (let left = settings.trialCount; left > 0; left -= TRIALS_A_PROCESS) {
      await runProcess({ ...settings, trialCount: Math.min(left, TRIALS_A_PROCESS), answersPath });
    }
    const lines = (await readFile(answersPath, 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as TrialAnswer);
  } finally {
    if (neighbour !== null) {
      const gone = once(neighbour, 'exit');
      neighbour.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  }
}

async function runProcess(settings: TrialSettings): Promise<void> {
  const env = { ...process.env, [SETTINGS_VARIABLE]: JSON.stringify(settings) };
  await promisify(execFile)(process.execPath, [VITEST, 'bench', '--run', '--config', CONFIG], { env });
}
