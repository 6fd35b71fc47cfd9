import { describe, expect, it } from 'vitest';
import { explained } from './lost-class.ts';

class Money {
  readonly amount = 5;
  plus(): number {
    return this.amount;
  }
}
const failed = (message: string) => ({ code: 'TASK_THREW', message });
const noMethod = failed('money.plus is not a function');

describe('a task that misses a method in a worker', () => {
  it.each([
    ['an instance', new Money()],
    ['one in a list', [{ price: new Money() }]],
    ['one deeper', { order: { lines: [{ price: new Money() }] } }],
  ])('is told of %s that lost its class on the way', (_, sent) => {
    const { code, message } = explained(noMethod, sent);
    expect(code).toBe('TASK_THREW');
    expect(message).toMatch(/^money\.plus is not a function\. The scenario sent a Money to a worker/);
    expect(message).toContain('build the Money in the task');
  });

  it.each([
    ['plain data', { amount: 5, list: [1, 2], none: null }],
    ['what arrives as it was', [new Date(0), new Map([[1, 2]]), new Set([1]), /a/, new Error('a'), new Uint8Array(4)]],
    ['an object without a prototype', Object.assign(Object.create(null), { amount: 5 })],
    ['what cannot be sent at all', { plus: () => 5 }],
    ['no object', 5],
  ])('is told nothing when it was sent %s', (_, sent) => {
    expect(explained(noMethod, sent)).toBe(noMethod);
  });

  it('is told nothing when it failed for another reason', () => {
    const other = failed('connect ECONNREFUSED 127.0.0.1:80');
    expect(explained(other, new Money())).toBe(other);
  });
});
