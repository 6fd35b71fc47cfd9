import { expect, it } from 'vitest';
import { WAYS } from './contest.ts';
import { PlainScript } from './plain-script.ts';
import { findWorkloads } from './workloads.ts';

it('finds those that were named, in the order of the folder, and refuses a name that there is not', async () => {
  const names = async (only?: string[]) => (await findWorkloads(only)).map(({ name }) => name);
  expect(await names(['primes', 'keys'])).toEqual(['keys', 'primes']);
  expect((await names()).length).toBeGreaterThanOrEqual(10);
  await expect(names(['keys', 'nothing'])).rejects.toThrow(/no workload 'nothing', expected one of: .*keys/);
});

it('are timed by the plain script in every way that the program is compared with, round by round', async () => {
  const [keys] = await findWorkloads(['keys']);
  const ways = WAYS.map(({ way }) => way);
  const script = await PlainScript.open({ url: keys?.url ?? '', origin: '', warmMs: 1, ways });
  for (const round of [await script.round(), await script.round()]) {
    expect(Object.keys(round).sort()).toEqual([...ways].sort());
    expect(Object.values(round).every((ms) => ms > 0)).toBe(true);
  }
  script.close();
});
