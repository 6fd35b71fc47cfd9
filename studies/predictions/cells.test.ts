import { expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { documentOf } from '../../src/report/testing/document-builder.ts';
import { downloadPages, sampleDocument } from '../../src/report/testing/sample-documents.ts';
import { predictedCells } from './cells.ts';

it('holds every arm that ran against its prediction, placebos and skipped arms left out', () => {
  const cells = predictedCells(buildReport(documentOf({ scenarios: [downloadPages] })));
  expect(cells.map(({ name }) => name)).toEqual(['sequential', 'gather', 'bounded c10', 'pool w2']);
  const [sequential] = cells;
  expect(sequential?.errorRatio).toBeCloseTo((sequential?.measuredMs ?? 0) / 1208 - 1, 6);
});

it('calls a row near within the target of its kind, and one without numbers never', () => {
  const slower = { ...downloadPages, arms: downloadPages.arms.map((arm) => ({ ...arm, wallMs: 1.12 * arm.wallMs })) };
  const of = (document: Parameters<typeof buildReport>[0]) => predictedCells(buildReport(document));
  expect(of(documentOf({ scenarios: [slower] })).map(({ withinTarget }) => withinTarget)).toContain(false);
  const withheld = of(sampleDocument()).filter(({ errorRatio }) => errorRatio === null);
  expect(withheld.length).toBeGreaterThan(0);
  expect(withheld.every(({ withinTarget, measuredMs }) => !withinTarget && measuredMs === null)).toBe(true);
});
