// The same question put to the program itself: its exit code, and whether it shows a stack or acts on the terminal.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, messageFaults, pageFaults } from './faults.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const PIPE_WIDTH = 80;
/** How the program must end for each outcome. */
const EXIT_CODES = { shown: 0, refused: 2 };

/** Gives the text to `overlap show`; `expected` is what became of it in this process. */
export async function processFaults(text: string, expected: keyof typeof EXIT_CODES): Promise<Fault[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    const path = join(folder, 'mutant.json');
    await writeFile(path, text);
    const { code, stdout, stderr } = await show(path);
    const faults = pageFaults(stdout, 'table', PIPE_WIDTH);
    if (stderr !== '') faults.push(...messageFaults(stderr.replace(/^error: /, ''), path));
    if (code !== EXIT_CODES[expected]) faults.push({ kind: 'stack', detail: `exit code ${code}, ${expected}` });
    if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) faults.push({ kind: 'stack', detail: stderr.slice(0, 300) });
    return faults;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function show(path: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const options = { maxBuffer: 100_000_000, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'show', path], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr });
    });
  });
}
