import { describe, expect, it } from 'vitest';
import { FAILED_TASK, OutputVerifier } from './outputs.ts';

const verifierOf = (taskCount: number, scenario = {}) => new OutputVerifier(scenario, taskCount);
/** The message of the refusal of the second of two batches. */
function refusalOf(first: readonly unknown[], second: readonly unknown[]): string {
  const verifier = verifierOf(first.length);
  verifier.verify(first);
  try {
    verifier.verify(second);
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'OUTPUT_DIFFERS', hint: expect.stringContaining('Math.random()') });
    return (thrown as Error).message;
  }
  return 'none';
}

describe('the outputs of a batch', () => {
  it('have the same digest in every batch and every arm, and another one when anything is different', () => {
    const verifier = verifierOf(2);
    const digest = verifier.verify([1, { a: 'x' }]);
    expect(verifier.verify([1, { a: 'x' }])).toBe(digest);
    expect(verifierOf(2).verify([1, { a: 'x' }])).toBe(digest);
    expect(verifierOf(2).verify([{ a: 'x' }, 1])).not.toBe(digest);
    expect(verifierOf(3).verify([1, { a: 'x' }, undefined])).not.toBe(digest);
    expect(digest).toMatch(/^2:[\w-]{43}$/);
  });

  it('must be as many as there are tasks', () => {
    expect(() => verifierOf(2).verify([1])).toThrow('expected 2 outputs, got 1');
  });

  it.each<[string, readonly unknown[], readonly unknown[], string]>([
    ['both values', [1, 0.25, 3], [1, 0.5, 4], 'the output of task 1 was 0.25 in an earlier batch and is 0.5 now'],
    ['lengths', ['a'.repeat(100)], ['a'.repeat(99)], `'${'a'.repeat(40)}'... 60 more characters in an earlier batch`],
    [
      'large objects',
      [{}],
      [Object.fromEntries(Array(50).entries())],
      'was {} in an earlier batch and is an object with 50 keys',
    ],
    [
      'what looks alike',
      [{ a: { b: 1 } }],
      [{ a: { b: 2 } }],
      'task 0 is not what it was in an earlier batch, though both look like',
    ],
    ['later tasks', Array(70).fill(1), [...Array(69).fill(1), 2], 'the output of task 69, now 2, is not what it was'],
  ])('that differ are told apart: %s', (_, first, second, message) => {
    expect(refusalOf(first, second)).toContain(message);
  });

  it('are looked at before the check, which may sort them in place', () => {
    const sorting = { check: (outputs: readonly unknown[]) => (outputs[0] as number[]).sort().length === 2 };
    const verifier = verifierOf(1, sorting);
    expect(verifier.verify([[2, 1]])).toBe(verifierOf(1).verify([[2, 1]]));
    verifier.verify([[2, 1]]);
  });

  it.each([
    [
      'a Promise',
      [1, Promise.resolve()],
      'the output of task 1 cannot be verified: it holds a Promise, which is no data',
    ],
    [
      'a list of 100,000 links',
      [
        Array(100_000)
          .fill(0)
          .reduce((next) => ({ next }), null),
      ],
      'it is nested too deeply',
    ],
  ])('that hold %s cannot be verified', (_, outputs, message) => {
    expect(() => verifierOf(outputs.length).verify(outputs)).toThrow(message);
    expect(verifierOf(1).verify([1])).not.toBeNull();
  });

  it('have no digest while a task that may fail has had none, and then one like any other', () => {
    const verifier = verifierOf(2, { allowFailures: true, check: (outputs: readonly unknown[]) => outputs.length > 0 });
    expect(verifier.verify([FAILED_TASK, 'b'])).toBeNull();
    expect(verifier.verify(['a', FAILED_TASK])).toBe(verifierOf(2).verify(['a', 'b']));
    expect(() => verifier.verify(['a', 'c'])).toThrow(
      "the output of task 1 was 'b' in an earlier batch and is 'c' now",
    );
  });

  it.each([
    ['false', () => false, 'OUTPUT_WRONG'],
    ['a Promise', async () => true, 'SCENARIO_INVALID'],
  ])('fail with a check that returns %s', (_, check, code) => {
    const scenario = { check } as unknown as { check: () => boolean };
    expect(() => verifierOf(1, scenario).verify([1])).toThrow(expect.objectContaining({ code }));
  });
});
