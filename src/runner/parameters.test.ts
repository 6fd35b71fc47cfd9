import { expect, it } from 'vitest';
import { withParameters } from './parameters.ts';

const shop = { id: 'shop', parameters: { pages: 20, path: '/p', slow: false } };
const other = { id: 'other', parameters: { pages: 3 } };
const set = (...assignments: string[]) =>
  withParameters([shop, other], assignments).map(({ parameters }) => parameters);

it('sets values of the types that the defaults have, in the scenarios that have them', () => {
  expect(set('pages=-1.5e2', 'slow=true', 'path=a=b ')).toEqual([
    { pages: -150, path: 'a=b ', slow: true },
    { pages: -150 },
  ]);
  expect(set('path=')).toEqual([{ ...shop.parameters, path: '' }, other.parameters]);
  expect(set()).toEqual([shop.parameters, other.parameters]);
});

it.each([
  [['pags=1'], /no scenario of this run has a parameter 'pags' \(did you mean 'pages'\?\)\n.*pages, path, slow/],
  [['constructor=1'], /no scenario of this run has a parameter 'constructor'/],
  [['pages'], /expected name=value, got 'pages'/],
  [['=1'], /expected name=value, got '=1'/],
  [['pages=many'], /pages: expected a number, got 'many'\nshop has pages=20 by default/],
  [['pages='], /pages: expected a number, got ''/],
  [['pages=0x10'], /expected a number/],
  [['pages=1e999'], /expected a number/],
  [['slow=yes'], /slow: expected true or false, got 'yes'/],
  [['pages=1', 'pages=2'], /each name once, and pages is there twice/],
])('refuses %j', (assignments, text) => {
  const refusal = () => {
    try {
      return set(...assignments);
    } catch (thrown) {
      const { code, message, hint } = thrown as { code: string; message: string; hint: string };
      return `${code}: ${message}\n${hint}`;
    }
  };
  expect(refusal()).toMatch(text);
  expect(refusal()).toMatch(/^USAGE: --param: /);
});

it('says so where no scenario has any', () => {
  expect(() => withParameters([{ id: 'plain', parameters: {} }], ['a=1'])).toThrow(
    expect.objectContaining({ hint: 'plain: without `parameters`.' }),
  );
});
