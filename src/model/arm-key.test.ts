import { describe, expect, it } from 'vitest';
import { type ArmKey, armName, isSameArm, keyText, numberParameter } from './arm-key.ts';

const key = (change: Partial<ArmKey> = {}): ArmKey => ({
  scenarioId: 'pages',
  strategyId: 'bounded',
  parameters: { concurrency: 8 },
  subject: 'worktree',
  ...change,
});

describe('an arm', () => {
  it('is named by its strategy and what tells it apart', () => {
    expect(armName(key())).toBe('bounded c8');
    expect(armName(key({ strategyId: 'gather', parameters: {} }))).toBe('gather');
    expect(armName(key({ strategyId: 'pool', parameters: { threads: 2 } }))).toBe('pool w2');
    expect(armName(key({ parameters: { threads: 2, size: 'large', concurrency: 4 } }))).toBe(
      'bounded c4 size=large w2',
    );
    expect(armName(key({ subject: 'head' }))).toBe('bounded c8 (head)');
    expect(armName(key({ parameters: { constructor: 1, toString: 'x' } }))).toBe('bounded constructor=1 toString=x');
  });

  it('is the same whatever the order of its parameters', () => {
    const one = key({ parameters: { concurrency: 8, threads: 2 } });
    const other = key({ parameters: { threads: 2, concurrency: 8 } });
    expect(isSameArm(one, other)).toBe(true);
    expect(keyText(one)).toBe(keyText(other));
  });

  it.each([
    { scenarioId: 'others' },
    { strategyId: 'batches' },
    { parameters: { concurrency: 4 } },
    { parameters: { concurrency: '8' } },
    { parameters: {} },
    { subject: 'base' },
  ] as Partial<ArmKey>[])('is another with %j', (change) => {
    expect(isSameArm(key(), key(change))).toBe(false);
  });

  it('gives a number where it has one', () => {
    expect(numberParameter(key(), 'concurrency')).toBe(8);
    expect(numberParameter(key(), 'threads')).toBeNull();
    expect(numberParameter(key({ parameters: { threads: 'two' } }), 'threads')).toBeNull();
  });
});
