import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { WAYS } from './contest.ts';
import { findWorkloads } from './workloads.ts';

const PLAIN = fileURLToPath(new URL('./plain/main.mjs', import.meta.url));

it('finds those that were named, in the order of the folder, and refuses a name that there is not', async () => {
  const names = async (only?: string[]) => (await findWorkloads(only)).map(({ name }) => name);
  expect(await names(['primes', 'keys'])).toEqual(['keys', 'primes']);
  expect((await names()).length).toBeGreaterThanOrEqual(10);
  await expect(names(['keys', 'nothing'])).rejects.toThrow(/no workload 'nothing', expected one of: .*keys/);
});

it('are timed by the plain script in every way that the program is compared with', async () => {
  const [keys] = await findWorkloads(['keys']);
  const { stdout } = await promisify(execFile)(process.execPath, [PLAIN, keys?.url ?? '', '', '1', '1']);
  const batches = JSON.parse(stdout) as Record<string, number[]>;
  expect(Object.keys(batches).sort()).toEqual(WAYS.map(({ way }) => way).sort());
  for (const times of Object.values(batches)) expect(times.every((ms) => ms > 0) && times.length > 0).toBe(true);
});
