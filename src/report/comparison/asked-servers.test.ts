// Two runs that did not ask the same: what is compared all the same, and what is said of it.

import { expect, test } from 'vitest';
import { documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { buildComparison } from './build-comparison.ts';

const compared = (base: Partial<ScenarioWords>, head: Partial<ScenarioWords>) =>
  buildComparison(
    documentOf({ scenarios: [{ ...downloadPages, ...base }] }),
    documentOf({ scenarios: [{ ...downloadPages, ...head }] }),
    { marginRatio: 0.03 },
  );
const [ONE, OTHER] = ['http://127.0.0.1:3000', 'node shop.js'];
const codesOf = ({ warnings }: ReturnType<typeof compared>) => warnings.map(({ code }) => code);

test('two servers of the user’s own are compared, and named', () => {
  const comparison = compared({ target: ONE }, { target: OTHER });
  expect(comparison.cells.length).toBeGreaterThan(0);
  expect(comparison.warnings).toContainEqual(
    expect.objectContaining({
      code: 'different-servers',
      message: `download-pages asked ${ONE} in base and ${OTHER} in head: a change may be the server's.`,
    }),
  );
  expect(codesOf(compared({ target: ONE }, { target: ONE }))).not.toContain('different-servers');
});

test('the fixture server is not compared with another', () => {
  const { cells, unmatched } = compared({}, { target: ONE });
  expect(cells).toEqual([]);
  expect(unmatched[0]?.reason).toBe(`different servers: the fixture server in base, ${ONE} in head`);
});

test('other parameters are other work', () => {
  const { cells, unmatched } = compared(
    { parameters: { pages: 20, slow: false } },
    { parameters: { pages: 5, slow: false, path: '/' } },
  );
  expect(cells).toEqual([]);
  expect(unmatched[0]?.reason).toBe('different settings: pages=20, path=(none) in base, pages=5, path=/ in head');
  expect(compared({ parameters: { pages: 20 } }, { parameters: { pages: 20 } }).cells.length).toBeGreaterThan(0);
});

test('the same name in another file is said', () => {
  expect(codesOf(compared({ file: 'a/x.ts' }, { file: 'b/x.ts' }))).toContain('different-files');
  expect(codesOf(compared({ file: 'a/x.ts' }, { file: 'a/x.ts' }))).not.toContain('different-files');
  // Files of earlier versions do not say.
  expect(codesOf(compared({}, { file: 'a/x.ts' }))).not.toContain('different-files');
});
