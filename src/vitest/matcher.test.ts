import type { BenchResult } from 'vitest';
import { describe, expect, it } from 'vitest';
import { toBeDecidedlyFasterThan } from './matcher.ts';
import { attachRounds, type GroupRounds } from './measuring/group-rounds.ts';
import { noteOf } from './note.ts';
import { groupOfTimes } from './testing/group-of-times.ts';

/** Results as the provider hands them on. */
function resultsOf(group: GroupRounds): BenchResult[] {
  return group.names.map((name, index) => {
    const result = { name } as BenchResult;
    attachRounds(result, { group, index });
    return result;
  });
}

/** `b` takes `factor` times as long as `a`; every second sample `placebo` times as long as the first. */
const groupOf = (factor: number, placebo = 1) =>
  groupOfTimes(
    2,
    40,
    (index, round, take) => (index === 1 ? factor : 1) * (take === 1 ? placebo : 1) * (1 + (round % 4) / 1e3),
  );

const answerOf = ([a, b]: BenchResult[], margin?: number) =>
  toBeDecidedlyFasterThan(a, b, margin === undefined ? undefined : { margin });

describe('toBeDecidedlyFasterThan', () => {
  it('passes for the faster one, and tells `.not` what was measured', () => {
    const { pass, message } = answerOf(resultsOf(groupOf(1.25)));
    expect(pass).toBe(true);
    expect(message().split('\n')).toEqual([
      'Expected "a" not to be decidedly faster than "b", by more than 1 %: it is.',
      '',
      '"a" is 1.250 times as fast as "b" (1.250 to 1.250 at 99 %; 40 rounds, two samples of 3 calls each).',
      'Each against itself in the same rounds: "a" 1.000 to 1.000, "b" 1.000 to 1.000.',
      'One process: closures cannot leave the worker, so what differs between processes is not seen; `overlap run` starts fresh ones.',
    ]);
  });

  it('fails for the slower one and where nothing is decided, so that `.not` does not mean slower', () => {
    const slower = answerOf(resultsOf(groupOf(0.8)));
    expect(slower.pass).toBe(false);
    expect(slower.message()).toMatch(/^Expected "a" to be decidedly faster than "b", by more than 1 %: slower\.$/m);
    const alike = answerOf(resultsOf(groupOf(1)));
    expect(alike.pass).toBe(false);
    expect(alike.message()).toMatch(/: undecided\.$/m);
  });

  it('asks for the margin', () => {
    expect(answerOf(resultsOf(groupOf(1.25)), 0.2).pass).toBe(true);
    const beyond = answerOf(resultsOf(groupOf(1.25)), 0.3);
    expect(beyond.pass).toBe(false);
    expect(beyond.message()).toContain('by more than 30 %: undecided.');
    expect(answerOf(resultsOf(groupOf(1.005))).pass).toBe(false);
    expect(answerOf(resultsOf(groupOf(1.005)), 0).pass).toBe(true);
  });

  it('decides nothing where the same code differs from itself, and says so', () => {
    const { pass, message } = answerOf(resultsOf(groupOf(1.25, 1.1)));
    expect(pass).toBe(false);
    expect(message()).toContain(': undecided.');
    expect(message()).toContain(
      '"a" 0.909 to 0.909, "b" 0.909 to 0.909. This run cannot tell the same code from itself.',
    );
  });

  it('says so where there are too few rounds', () => {
    const { pass, message } = answerOf(resultsOf(groupOfTimes(2, 1, (index) => index + 1)));
    expect(pass).toBe(false);
    expect(message()).toContain('1 round, two samples of 3 calls each, and it takes 5 to decide).');
  });

  it.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the margin %s', (margin) => {
    expect(() => answerOf(resultsOf(groupOf(1.25)), margin)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(String(margin)) }),
    );
  });

  it.each([
    ['the received value', [{ name: 'a', latency: { mean: 1 } }, resultsOf(groupOf(1.25))[1]]],
    ['the expected value', [resultsOf(groupOf(1.25))[0], undefined]],
    ['the expected value', [resultsOf(groupOf(1.25))[0], null]],
  ])('says that %s is not of this provider', (what, [received, other]) => {
    expect(() => toBeDecidedlyFasterThan(received, other)).toThrow(
      expect.objectContaining({
        ...{ code: 'USAGE', message: expect.stringContaining(what) },
        hint: expect.stringContaining("provider: 'overlap-bench/vitest'"),
      }),
    );
  });

  it('refuses results of separate runs, and a function against itself', () => {
    const [a, b] = resultsOf(groupOf(1.25));
    const [otherA] = resultsOf(groupOf(1.25));
    expect(() => toBeDecidedlyFasterThan(otherA, b)).toThrow('"a" and its opponent were measured one after the other');
    expect(() => toBeDecidedlyFasterThan(a, a)).toThrow('"a" was to be held against itself');
  });
});

describe('the note at a test', () => {
  it('holds the fastest against each other one', () => {
    const three = groupOfTimes(3, 40, (index, round) => ([3, 1, 1.5][index] as number) * (1 + (round % 4) / 1e3));
    const lines = noteOf(three)?.split('\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^faster: "b" is 3\.000 times as fast as "a" \(.* at 99\.67 %;/);
    expect(lines[2]).toMatch(/^faster: "b" is 1\.500 times as fast as "c"/);
    expect(lines[4]).toMatch(/^One process:/);
  });

  it('has nothing to say of one function', () => {
    expect(noteOf(groupOfTimes(1, 40, () => 1))).toBeNull();
  });
});
