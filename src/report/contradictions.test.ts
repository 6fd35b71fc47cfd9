// Documents of every kind, from seeds, and not one report that contradicts itself. Thousands more: the study of that name.

import { expect, test } from 'vitest';
import { buildReport } from './build-report.ts';
import { contradictionsOf } from './testing/contradictions/contradictions.ts';
import { randomDocument } from './testing/contradictions/random-document.ts';

test('three hundred reports hold together', () => {
  const found = Array.from({ length: 300 }, (_, index) => {
    const { document, ...inkling } = randomDocument(index + 1);
    return contradictionsOf(buildReport(document), inkling).map((line) => `${index + 1} ${line}`);
  });
  expect(found.flat()).toEqual([]);
});
