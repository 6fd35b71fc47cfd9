import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

class Money {
  amount: number;
  constructor(amount: number) {
    this.amount = amount;
  }
}
const deep = { a: [1, 2.5, { b: 'text', c: null }], d: undefined, e: true, f: 10n, g: new Date(5) };
const circle: Record<string, unknown> = { name: 'circle' };
circle.self = circle;
const toRoot: { inner: Record<string, unknown> } = { inner: {} };
toRoot.inner.back = toRoot;
const toInner: { inner: Record<string, unknown> } = { inner: {} };
toInner.inner.back = toInner.inner;
const long = 'x'.repeat(70_000);

describe('a fingerprint is the same', () => {
  it.each<[string, unknown, unknown]>([
    ['a copy that a worker sent', deep, structuredClone(deep)],
    ['keys in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ['an instance and what a worker gets of it', new Money(5), structuredClone(new Money(5))],
    ['a Buffer and what a worker gets of it', Buffer.from('bytes'), new Uint8Array(Buffer.from('bytes'))],
    [
      'maps and sets in another order',
      [
        new Map([
          [1, 2],
          [3, 4],
        ]),
        new Set(['a', 'b']),
      ],
      [
        new Map([
          [3, 4],
          [1, 2],
        ]),
        new Set(['b', 'a']),
      ],
    ],
    ['a circle and its copy', circle, structuredClone(circle)],
    ['a number however the engine holds it', 5, new Float64Array([5])[0]],
    ['a hole and undefined', new Array(2), [undefined, undefined]],
    ['text whatever it was cut from', 'abc', 'abc€'.slice(0, 3)],
    ['an error without its stack', new Error('broken'), new Error('broken')],
  ])('for %s', (_, one, other) => {
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

describe('no two of these have the same fingerprint:', () => {
  const different: unknown[] = [
    ...[undefined, null, false, true, 0, 1, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, 1n, '1', '', 'a'],
    ...[[], [[]], [1], ['1'], [1, 2], [2, 1], [[1], 2], {}, { a: 1 }, { a: '1' }, { b: 1 }, { a: undefined }],
    ...[new Map(), new Set(), new Map([[1, 2]]), new Set([1, 2]), new Set([1, 3]), new Date(0), new Date(1)],
    ...[new Uint8Array(4), new Uint8Array(5), new Uint16Array(2), new ArrayBuffer(4), Buffer.from([0, 0, 0, 1])],
    ...[new Error('a'), new TypeError('a'), /a/, /a/g, new URL('http://a/'), () => 1, () => 2, Symbol('a')],
    // Lone surrogates: in UTF-8 both would be a replacement character.
    ...['\ud800', '\ud801', toRoot, toInner, circle, { name: 'circle', self: { name: 'circle', self: null } }],
    // Longer than the buffer, and different in the last character, or in what follows.
    ...[long, `${long.slice(1)}y`, [long, 1], [long, 2], Array(9_000).fill(1), Array(9_000).fill(2)],
    ...['ab'.repeat(30), 'ab'.repeat(31), 'é'.repeat(50), 'ê'.repeat(50)],
    ...[
      Array.from({ length: 20_000 }, (_, id) => ({ id })),
      Array.from({ length: 20_000 }, (_, id) => ({ id: id + 1 })),
    ],
  ];
  it(`${different.length} outputs`, () => {
    const fingerprints = different.map(fingerprintOf);
    expect(new Set(fingerprints).size).toBe(different.length);
    expect(Math.max(...fingerprints.map(({ length }) => length))).toBeLessThanOrEqual(43);
  });
});

it('what is no data has none, and says what it is', () => {
  expect(() => fingerprintOf({ body: Promise.resolve() })).toThrow('holds a Promise, which is no data');
  expect(() => fingerprintOf(new WeakMap())).toThrow('holds a WeakMap');
  // What was begun leaves nothing behind.
  expect(fingerprintOf(1)).toBe(fingerprintOf(1));
});
