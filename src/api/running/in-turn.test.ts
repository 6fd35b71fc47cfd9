import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

const never = new AbortController().signal;

/** A run that is over when it is told so. */
function begun(log: string[], name: string, signal = never) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const outcome = inTurn(signal, () => {
    log.push(name);
    return promise;
  });
  outcome.catch(() => {});
  return { outcome, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('a run waits for the one before, also for one that fails', async () => {
  const log: string[] = [];
  const [first, second, third] = [begun(log, 'first'), begun(log, 'second'), begun(log, 'third')];
  await soon();
  expect(log).toEqual(['first']);
  first.fail();
  await expect(first.outcome).rejects.toThrow('first');
  await soon();
  expect(log).toEqual(['first', 'second']);
  second.end();
  expect(await second.outcome).toBe('second');
  third.end();
  expect(await third.outcome).toBe('third');
});

it('one that is aborted while it waits is told at once, and nobody overtakes', async () => {
  const log: string[] = [];
  const controller = new AbortController();
  const first = begun(log, 'first');
  const second = begun(log, 'second', controller.signal);
  const third = begun(log, 'third');
  await soon();
  controller.abort('no longer');
  await expect(second.outcome).rejects.toBe('no longer');
  await soon();
  expect(log).toEqual(['first']);
  first.end();
  third.end();
  expect(await third.outcome).toBe('third');
  expect(log).toEqual(['first', 'third']);
});

it('one that is aborted while it runs ends by itself', async () => {
  const controller = new AbortController();
  const run = begun([], 'run', controller.signal);
  await soon();
  controller.abort();
  run.end();
  expect(await run.outcome).toBe('run');
  await expect(begun([], 'later', controller.signal).outcome).rejects.toMatchObject({ name: 'AbortError' });
});
