// A server that a run started ends with the run, however the run ends, and none of its words reach our stdout.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning } from '../runner/recording/process-identity.ts';
import { startOverlap } from './testing.ts';

const SHOP = `'${process.execPath}' '${fileURLToPath(new URL('../runner/servers/testing/shop.mjs', import.meta.url))}'`;

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-port-'));
  file = join(folder, 'pages.mjs');
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';
    export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 3,
      inputs: (n) => Array.from({ length: n }, (_, i) => i),
      setup: async ({ get }) => writeFileSync(new URL('pids', import.meta.url), (await get('/pids')).text()),
      io: async (i, { get }) => (await get('/page/' + i)).text() };`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (...flags: string[]) => {
  const args = ['run', file, '--on-port', `${SHOP} grandchild loud`, '--strategy', 'sequential'];
  return startOverlap([...args, '--save', join(folder, 'run.json'), '--format', 'json', ...flags]);
};

/** The server and what it started, once somebody has asked it for them. */
async function pids(): Promise<number[]> {
  const told = join(folder, 'pids');
  await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8').length > 0, { timeout: 20_000 }).toBe(true);
  const found = readFileSync(told, 'utf8').split(' ').map(Number);
  expect(found).toHaveLength(2);
  return found;
}

const alive = (found: readonly number[]) => found.filter((pid) => isRunning({ pid, startTicks: null, bootId: null }));

describe('a server that a run started', () => {
  it('ends with the run, says nothing on stdout, and is named in the report', async () => {
    const { code, stdout } = await start('--rounds', '3', '--epochs', '1').ended;
    expect(alive(await pids())).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ scenarios: [{ target: `${SHOP} grandchild loud` }] });
    expect([0, 1, 4]).toContain(code);
  }, 30_000);

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'ends with a run that is ended by %s',
    async (signal) => {
      const running = start('--rounds', '100000', '--epochs', '1');
      const found = await pids();
      expect(alive(found)).toEqual(found);
      running.process.kill(signal);
      await running.ended;
      await expect.poll(() => alive(found), { timeout: 10_000 }).toEqual([]);
    },
    30_000,
  );
});
