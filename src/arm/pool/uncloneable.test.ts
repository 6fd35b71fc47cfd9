import { describe, expect, it } from 'vitest';
import { cloneError, isCloneError } from './uncloneable.ts';

class Shop {
  #till = 1;
  open = () => this.#till;
}

function moved(): Uint8Array {
  const bytes = new Uint8Array(8);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}

describe('a value that cannot be copied', () => {
  it.each<[string, unknown, RegExp]>([
    ['itself', () => 1, /^`input` is a function, which cannot be sent to a worker$/],
    [
      'in an object',
      { a: 1, nested: { list: [1, { format: () => 1 }] } },
      /^`input\.nested\.list\[1\]\.format` is a function/,
    ],
    ['of a class', { shop: new Shop() }, /^`input\.shop\.open` is a function/],
    ['that is no data', { cache: new WeakMap() }, /^`input\.cache` is a WeakMap/],
    ['that is under way', [Promise.resolve(1)], /^`input\[0\]` is a Promise/],
    ['that has moved away', { bytes: moved() }, /^`input\.bytes` is a Uint8Array that has moved away already/],
    ['a symbol', { kind: Symbol('x') }, /^`input\.kind` is a symbol/],
    ['under an odd name', { 'a b': () => 1 }, /^`input\['a b'\]` is a function/],
    ['in a map', new Map([['x', () => 1]]), /^`input\.get\(x\)` is a function/],
    ['in a set', new Set([1, () => 1]), /^`input \(entry 1\)` is a function/],
  ])('%s is named with its place', (_, value, message) => {
    expect(cloneError(value, 'input', false)).toMatchObject({
      code: 'NOT_CLONEABLE',
      message: expect.stringMatching(message),
    });
  });

  it('is told apart on its way back', () => {
    expect(cloneError({ a: () => 1 }, 'output', true).message).toBe(
      '`output.a` is a function, which a worker cannot send back',
    );
  });

  it('ends in circles too', () => {
    const circle: { self?: unknown; f: unknown } = { f: () => 1 };
    circle.self = circle;
    expect(cloneError(circle, 'input', false).message).toMatch(/^`input/);
  });

  it('is known by what structured clone throws, and by nothing else', () => {
    const thrown = () => {
      try {
        return structuredClone(() => 1);
      } catch (error) {
        return error;
      }
    };
    expect(isCloneError(thrown())).toBe(true);
    expect([new Error('x'), null, 'DataCloneError', undefined].map(isCloneError)).toEqual([false, false, false, false]);
  });
});
