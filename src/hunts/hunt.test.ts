// Verdicts on made facts: the first sign that shows is named, and a right end without a sign is a solution.

import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../docs/tools/program.ts';
import { mixUnits } from '../kernels.ts';
import type { Facts } from './facts.ts';
import type { Hunt, HuntTurn } from './hunt.ts';
import { HUNTS } from './registry.ts';
import { facts, request } from './testing/made-facts.ts';

const hunt = (number: number) => HUNTS.find((each) => each.number === number) as Hunt;

/** One turn of a hunt, with its paths and its limit. */
function opened(number: number): HuntTurn & { readonly inputs: { readonly paths: string[]; readonly limit: number } } {
  return hunt(number).open(7) as never;
}

/** Requests for all paths, each at the place and until the end that `at` gives; every page has 100 characters. */
function asking(paths: readonly string[], at: (index: number) => readonly [number, number]) {
  return paths.map((path, index) => request(...at(index), { path }));
}

const returned = (value: unknown): Pick<Facts, 'outcome'> => ({
  outcome: { type: 'returned', json: JSON.stringify(value), kind: 'an object' },
});
const verdictOf = (turn: HuntTurn, made: Partial<Facts>) => {
  const verdict = turn.judge(facts(made));
  return verdict.solved ? 'solved' : verdict.misconception;
};
const server = (other: Partial<Facts['server']>) => ({ server: { ...facts().server, ...other } });

describe('hidden figures', () => {
  it.each(HUNTS)('of hunt $number are those of the seed', (each) => {
    expect(each.open(5).inputs).toEqual(each.open(5).inputs);
    expect(each.open(5).inputs).not.toEqual(each.open(6).inputs);
  });
});

it.each(HUNTS)('hunt $number tells what to do, and nothing of it twice', ({ title, task, afterwards, file }) => {
  expect(task).toMatch(/`inputs\.\w+`/);
  expect(file).toMatch(/^\d\d-[a-z-]+\.mjs$/);
  expect(new Set([title, task, afterwards]).size).toBe(3);
  // Six or seven lines of a terminal.
  for (const words of [task, afterwards]) expect(words.length).toBeLessThan(560);
});

it('commands that are told of can be typed', async () => {
  const told = HUNTS.flatMap(({ afterwards }) =>
    [...afterwards.matchAll(/`overlap ([^`]+)`/g)].map(([, words = '']) => words),
  );
  const shipped = globSync('*/*.ts', { cwd: new URL('../../benchmarks', import.meta.url) }).map((path) =>
    basename(path, '.ts'),
  );
  expect(told.length).toBeGreaterThan(2);
  for (const words of told.map((each) => each.split(' '))) {
    await readCommandLine(words);
    if (words[0] === 'run') expect(shipped).toContain(words[1]);
  }
});

describe('one by one', () => {
  const turn = opened(1);
  const { paths } = turn.inputs;
  const right = returned(paths.map(() => 100));
  const all = paths.length;

  it('is named where no request is with the server beside another', () => {
    const alone = asking(paths, (index) => [index * 2, index * 2 + 1]);
    expect(verdictOf(turn, { ...right, requests: alone })).toBe('one request at a time');
  });

  it('is solved where at least half of them are', () => {
    const [half, tooFew] = [Math.ceil(all / 2), Math.ceil(all / 2) - 1].map((count) =>
      asking(paths, (index) => (index < count ? [index, 500 + index] : [1_000 + index * 2, 1_001 + index * 2])),
    );
    expect(verdictOf(turn, { ...right, requests: half ?? [], settledAt: 5_000 })).toBe('solved');
    expect(verdictOf(turn, { ...right, requests: tooFew ?? [], settledAt: 5_000 })).toBe('one request at a time');
  });

  it('is not solved by a wrong answer, an answer that was not asked for, or a failure', () => {
    const requests = asking(paths, (index) => [index, 100 + index]);
    expect(verdictOf(turn, { ...right, requests })).toBe('solved');
    expect(verdictOf(turn, { ...returned(paths.map(() => 99)), requests })).toBe('the answer is wrong');
    expect(verdictOf(turn, { ...right, requests: requests.slice(1) })).toBe('the answer is wrong');
    expect(verdictOf(turn, { outcome: { type: 'threw', message: 'x', status: 500 }, requests })).toBe(
      'the program fails',
    );
    expect(verdictOf(turn, { ...right, requests, unhandled: ['x'] })).toBe('somebody will catch it');
  });

  it('is not what is named where the program was refused something', () => {
    const alone = asking(paths, (index) => [index * 2, index * 2 + 1]);
    const named = verdictOf(turn, { ...right, requests: alone, refused: 'reach 192.0.2.1' });
    expect(named).toBe('everything is within reach');
  });
});

describe('a total', () => {
  const turn = opened(2);
  const { paths } = turn.inputs;
  const requests = asking(paths, (index) => [index, 100 + index]);

  it('is complete when the program ends', () => {
    const right = returned(paths.length * 100);
    expect(verdictOf(turn, { ...right, requests })).toBe('solved');
    expect(verdictOf(turn, { ...right, requests, settledAt: 100 + paths.length - 2 })).toBe(
      '`forEach` waits for an async function',
    );
  });

  it('that is short of what was added has been read too early', () => {
    const named = '`total += await …` adds to the total of that moment';
    expect(verdictOf(turn, { ...returned(100), requests })).toBe(named);
    expect(verdictOf(turn, { ...returned(paths.length * 100 + 1), requests })).toBe('the answer is wrong');
    expect(verdictOf(turn, { ...returned(0), requests })).toBe('the answer is wrong');
  });
});

it('a call that blocks is named, however many overlap', () => {
  const turn = opened(3);
  const { paths } = turn.inputs;
  const requests = asking(paths, (index) => [index, 100 + index]);
  const right = returned(paths.map(() => 100));
  expect(verdictOf(turn, { ...right, requests })).toBe('solved');
  const [first, ...others] = requests;
  const blocked = [{ ...(first as (typeof requests)[0]), blocking: true }, ...others];
  expect(verdictOf(turn, { ...right, requests: blocked })).toBe('`async` makes a call wait elsewhere');
});

describe('a limit', () => {
  const turn = opened(5);
  const { paths, limit } = turn.inputs;
  const right = returned(paths.map(() => 100));

  /** Each place is given to the next page as soon as it is free. */
  const sliding = (places: number) =>
    asking(paths, (index) => [index < places ? index : 100 + (index - places) * 2 + 1, 100 + index * 2]);
  const batches = asking(paths, (index) => {
    const start = Math.floor(index / limit) * 100;
    return [start + (index % limit), start + 50 + (index % limit)];
  });

  it('is kept, and every place is used', () => {
    expect(verdictOf(turn, { ...right, requests: sliding(limit) })).toBe('solved');
    expect(verdictOf(turn, { ...right, requests: sliding(limit + 1) })).toBe('more requests, more speed');
    expect(verdictOf(turn, { ...right, requests: sliding(limit - 1) })).toBe(
      'a limit is a thing to stay far away from',
    );
  });

  it('is no batch', () => {
    expect(verdictOf(turn, { ...right, requests: batches })).toBe('batches are a limit');
  });

  it('is passed where the peer says so', () => {
    const [first, ...others] = sliding(limit);
    const requests = [{ ...(first as (typeof batches)[0]), status: 503 }, ...others];
    expect(verdictOf(opened(4), { ...right, requests })).toBe('more requests, more speed');
  });

  it('is used up before batches are the question', () => {
    const other = opened(4);
    const lengths = returned(other.inputs.paths.map(() => 100));
    const pairs = asking(other.inputs.paths, (index) => [index * 2, index * 2 + 3]);
    expect(verdictOf(other, { ...lengths, requests: pairs })).toBe('a limit is a thing to stay far away from');
  });
});

it('clients are counted by the connections that the server saw', () => {
  const turn = opened(6);
  const { paths, limit } = turn.inputs;
  const requests = asking(paths, (index) => [index < limit ? index : 100 + (index - limit) * 2 + 1, 100 + index * 2]);
  const right = { ...returned(paths.map(() => 100)), requests };
  expect(verdictOf(turn, { ...right, ...server({ connectionCount: limit * 2 }) })).toBe('solved');
  expect(verdictOf(turn, { ...right, ...server({ connectionCount: Math.ceil(paths.length / 2) }) })).toBe(
    'a client is a request',
  );
});

describe('after a failure', () => {
  const turn = opened(9);
  const { paths, limit } = turn.inputs;
  const requests = asking(paths.slice(0, limit + 1), (index) => [
    index < limit ? index : 100 + (index - limit) * 2 + 1,
    100 + index * 2,
  ]).map((each, index) => (index === limit ? { ...each, status: 500 } : each));
  const threw = { outcome: { type: 'threw', message: 'x', status: 500 } } as const;

  it('nothing goes on, or it is given up', () => {
    expect(verdictOf(turn, { ...threw, requests })).toBe('solved');
    const late = request(105, 2_000);
    expect(verdictOf(turn, { ...threw, requests: [...requests, late] })).toBe('a rejection stops the others');
    expect(verdictOf(turn, { ...threw, requests: [...requests, { ...late, givenUp: true }] })).toBe('solved');
  });

  it('the caller hears of it, and of no other', () => {
    expect(verdictOf(turn, { ...returned([]), requests })).toBe('a failure that is caught is dealt with');
    const other = { outcome: { type: 'threw', message: 'x', status: null } } as const;
    expect(verdictOf(turn, { ...other, requests })).toBe('the program fails');
  });
});

describe('threads', () => {
  const turn = hunt(7).open(7);
  const { sums } = turn.inputs as { readonly sums: readonly number[] };
  const right = returned(sums.map((units) => mixUnits(units, 0)));
  const jobs = sums.map((_, index) => ({ asked: index, ended: 100 + index }));
  const inTurn = sums.map((_, index) => ({ asked: index * 2, ended: index * 2 + 1 }));
  const computed = [{ fromMs: 0, toMs: 1 }];

  it('are started fewer times than there are sums for half of them', () => {
    const half = Math.ceil(sums.length / 2);
    expect(verdictOf(turn, { ...right, jobs, threadStartCount: half - 1 })).toBe('solved');
    expect(verdictOf(turn, { ...right, jobs, threadStartCount: half })).toBe('a thread costs nothing');
  });

  it('compute all of them, and more than one at once', () => {
    expect(verdictOf(turn, { ...right, jobs: [], computed })).toBe('the loop has time');
    expect(verdictOf(turn, { ...right, jobs: jobs.slice(1), computed, threadStartCount: 2 })).toBe('the loop has time');
    expect(verdictOf(turn, { ...right, jobs: inTurn, threadStartCount: 2 })).toBe('having threads is using them');
    expect(verdictOf(turn, { ...right, jobs, computed, threadStartCount: 2 })).toBe('solved');
  });
});

it('answers that lay about while the loop computed are named, but for one in ten', () => {
  const turn = hunt(8).open(7);
  const { paths, units } = turn.inputs as { readonly paths: readonly string[]; readonly units: number };
  const right = returned(paths.map(() => mixUnits(units, 100)));
  const computed = [{ fromMs: 1_000, toMs: 1_100 }];
  const heldUp = (heldCount: number) =>
    asking(paths, (index) => [index, 200 + index]).map((each, index) =>
      index < heldCount ? { ...each, sentMs: 1_010, seenMs: 1_101 } : each,
    );
  expect(paths.length).toBeGreaterThanOrEqual(10);
  const verdicts = [0, 1, 2].map((heldCount) => verdictOf(turn, { ...right, computed, requests: heldUp(heldCount) }));
  expect(verdicts).toEqual(['solved', 'solved', 'a late answer means a slow server']);
});

describe('retries', () => {
  const turn = opened(10);
  const { paths } = turn.inputs;
  const right = returned(paths.map(() => 100));
  const refusal = (path: string, asked: number, sentMs: number) =>
    request(asked, asked + 1, {
      path,
      status: 429,
      characterCount: 40,
      retryAfterMs: 1_000,
      receivedMs: sentMs,
      sentMs,
    });

  /** Each page is refused, so many of them a second time, and comes `afterMs` later each time. */
  const retried = (againCount: number, afterMs: number) =>
    paths.flatMap((path, index) => [
      refusal(path, index, 0),
      ...(index < againCount ? [refusal(path, 100 + index, afterMs)] : []),
      request(200 + index, 300 + index, { path, receivedMs: afterMs * 2, sentMs: afterMs * 2 + 1 }),
    ]);

  it('may be refused again for half of the pages, and no more', () => {
    const half = Math.floor(paths.length / 2);
    expect(verdictOf(turn, { ...right, requests: retried(half, 1_000) })).toBe('solved');
    expect(verdictOf(turn, { ...right, requests: retried(half + 1, 1_000) })).toBe('trying again is free');
    // Whoever comes sooner than asked is a crowd, too, where there are many.
    expect(verdictOf(turn, { ...right, requests: retried(0, 400) })).toBe('trying again is free');
  });

  it('may not come before their time', () => {
    const few = retried(0, 1_000).map((each) => (each.asked === 200 ? { ...each, receivedMs: 900 } : each));
    expect(verdictOf(turn, { ...right, requests: few })).toBe('`Retry-After` is advice');
  });
});
