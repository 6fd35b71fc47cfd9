// Where a finished text goes. Nothing is written here: a change to the code under test must not reach a device.

import { afterEach, expect, it, vi } from 'vitest';
import type { Shell } from '../shell/shell.ts';
import { deliver } from './deliver.ts';

const written = vi.hoisted(() => [] as string[]);
vi.mock('../../document/store.ts', () => ({
  writeWhole: async (path: string, text: string) => void written.push(`${path}: ${text}`),
}));
afterEach(() => written.splice(0));

const stream = (name: string) => ({
  isTTY: false,
  columns: undefined,
  write: (text: string) => void written.push(`${name}: ${text}`),
});
const shell: Shell = {
  stdin: { isTTY: false, open: () => expect.unreachable() },
  stdout: stream('stdout'),
  stderr: stream('stderr'),
  env: {},
  interrupted: () => AbortSignal.abort(),
};

it.each([
  [undefined, 'stdout'],
  ['/dev/stdout', 'stdout'],
  ['/dev/stderr', 'stderr'],
  ['/dev/null', '/dev/null'],
  ['report.txt', 'report.txt'],
])('a report for %s goes to %s', async (out, place) => {
  await deliver(shell, 'report', out);
  expect(written).toEqual([`${place}: report`]);
});
