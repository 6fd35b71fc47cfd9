// A program that computes without end beside whatever is measured.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs `work` beside it. It ends with the work, or after `mostMs`, should nobody be left to end it. */
export async function besideBusy<T>(mostMs: number, work: () => Promise<T>): Promise<T> {
  const endless = `const untilMs = Date.now() + ${mostMs}; while (Date.now() < untilMs);`;
  const neighbour = spawn(process.execPath, ['-e', endless], { stdio: 'ignore' });
  const gone = once(neighbour, 'exit');
  try {
    return await work();
  } finally {
    neighbour.kill('SIGKILL');
    await gone;
  }
}
