// What a comparison says of each cell, and of each that it does not compare.

import { expect, test } from 'vitest';
import { type ArmWords, type DocumentWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { changed, quiet } from '../testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../testing/sample-documents.ts';
import { comparedWithPast } from '../testing/with-past.ts';

const failed = { state: 'failed', failure: { code: 'TASK_THREW', message: 'boom' } } as const;
const withheld = { sample: () => ({ connectCount: 3 }) };

const run = (
  change: Partial<ArmWords> = {},
  words: Partial<DocumentWords> = {},
  scenario: ScenarioWords = downloadPages,
) => documentOf({ scenarios: [quiet(changed(scenario, 'gather', change))], ...words });
const compared = (base: ReturnType<typeof run>, head: ReturnType<typeof run>, marginRatio = 0.03) =>
  comparedWithPast(base, head, { marginRatio });
const gatherIn = (comparison: ReturnType<typeof compared>) => ({
  cell: comparison.cells.find(({ name }) => name === 'gather'),
  reason: comparison.unmatched.find(({ name }) => name === 'gather')?.reason,
});

test('a cell has both times and the change, head over base', () => {
  const { cell } = gatherIn(compared(run({ wallMs: 64 }), run({ wallMs: 96 })));
  expect(cell).toMatchObject({ key: { strategyId: 'gather' }, baseMs: 64, headMs: 96, verdict: 'regressed' });
  expect(Object.keys(cell?.change ?? {})).toEqual(['ratio', 'low', 'high']);
  expect(cell?.change.ratio).toBeCloseTo(1.5, 9);
});

test('the margin is the one that was asked for', () => {
  const [base, head] = [run({ wallMs: 60 }), run({ wallMs: 75.1 })];
  expect(gatherIn(compared(base, head, 0.2)).cell?.verdict).toBe('regressed');
  expect(gatherIn(compared(base, head, 0.5)).cell?.verdict).toBe('within margin');
  expect(compared(base, head, 0.5).marginRatio).toBe(0.5);
});

test('each side is told with its date, its commit and its machine', () => {
  const head = run({}, { createdAt: '2026-12-01T00:00:00.000Z', environment: { commit: null } });
  expect(compared(run(), head)).toMatchObject({
    base: {
      createdAt: '2026-11-22T10:00:00.000Z',
      commit: '0123456789abcdef0123456789abcdef01234567',
      machine: 'Example CPU @ 2.50GHz, 2 cores',
    },
    head: { createdAt: '2026-12-01T00:00:00.000Z', commit: null },
  });
});

test('no numbers: on which side, or on both, and why', () => {
  const base = (change: Partial<ArmWords>, other: Partial<ArmWords>) => gatherIn(compared(run(change), run(other)));
  expect(base({ status: failed }, {}).reason).toBe('no numbers in base: TASK_THREW: boom');
  expect(base({}, { status: failed }).reason).toBe('no numbers in head: TASK_THREW: boom');
  expect(base({ status: failed }, withheld).reason).toBe('no numbers in either: TASK_THREW: boom');
});

test('other work is not compared', () => {
  const idle = { ...countPrimes, calibrated: false };
  const [few, many] = [16, 32].map((taskCount) => run({}, {}, { ...idle, taskCount }));
  expect(few && many && gatherIn(compared(few, many)).reason).toBe('different settings: tasks 16 in base, 32 in head');
  const arms = downloadPages.arms.map((arm) => ({ ...arm, outputDigest: 'ffff' }));
  expect(gatherIn(compared(run(), run({}, {}, { ...downloadPages, arms }))).reason).toBe(
    'different outputs: the work itself has changed',
  );
});

test('a cell that fails on another machine says so before the machine', () => {
  const elsewhere = { environment: { coreCount: 4 } };
  expect(gatherIn(compared(run(), run({ status: failed }, elsewhere))).reason).toMatch(/TASK_THREW/);
  expect(gatherIn(compared(run(), run({}, elsewhere))).reason).toBe('different machines');
});

const without = (strategyId: string): ScenarioWords => ({
  ...downloadPages,
  arms: downloadPages.arms.filter((arm) => arm.strategyId !== strategyId),
});

test('a cell on one side only is named with those of its strategy on the other', () => {
  const [base, head] = [run({}, {}, without('bounded')), run()];
  expect(compared(base, head).unmatched).toMatchObject([
    { name: 'bounded c10', news: 'added', reason: 'only in head' },
  ]);
  expect(compared(head, base).unmatched).toMatchObject([{ name: 'bounded c10', reason: 'only in base' }]);
  const others = [5, 20].map((concurrency) => ({ strategyId: 'bounded', wallMs: 244, concurrency }));
  const two = { ...without('bounded'), arms: [...without('bounded').arms, ...others] };
  expect(compared(run(), run({}, {}, two)).unmatched.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    'bounded c10: only in base; head has bounded c5, bounded c20',
    'bounded c5: only in head; base has bounded c10',
    'bounded c20: only in head; base has bounded c10',
  ]);
});

test('a strategy of the same name in another scenario is no stand-in', () => {
  const head = documentOf({ scenarios: [without('gather'), countPrimes].map(quiet) });
  expect(gatherIn(compared(run(), head)).reason).toBe('only in base');
});

test('a strategy that suits neither side is not named, one that suits one side is', () => {
  const skipped = { status: { state: 'skipped', reason: 'not for this' } } as const;
  expect(gatherIn(compared(run(skipped), run(skipped)))).toEqual({ cell: undefined, reason: undefined });
  expect(gatherIn(compared(run(skipped), run())).reason).toBe('no numbers in base: not for this');
  expect(gatherIn(compared(run(), run(skipped))).reason).toBe('no numbers in head: not for this');
  expect(gatherIn(compared(run(skipped), run({}, {}, without('gather')))).reason).toBe('only in base');
});

test('the worst news comes first, and broken cells before others', () => {
  const walls = (gather: number, bounded: number): ScenarioWords => ({
    ...downloadPages,
    arms: downloadPages.arms.map((arm) =>
      arm.strategyId === 'gather'
        ? { ...arm, wallMs: gather }
        : arm.strategyId === 'bounded'
          ? { ...arm, wallMs: bounded }
          : arm,
    ),
  });
  const told = compared(run({}, {}, walls(120, 122)), run({}, {}, walls(64, 200)));
  expect(told.cells.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'bounded c10 regressed',
    'gather improved',
    'sequential within margin',
    'pool w2 within margin',
  ]);
  const broken = compared(
    run(),
    documentOf({ scenarios: [changed(changed(without('bounded'), 'pool', { status: failed }), 'gather', withheld)] }),
  );
  expect(broken.unmatched.map(({ name }) => name)).toEqual(['gather', 'pool w2', 'bounded c10']);
});

test('nothing is broken that had no numbers before', () => {
  const brokenIn = (base: Partial<ArmWords>, head: Partial<ArmWords>) =>
    compared(run(base), run(head)).unmatched.some(({ news }) => news === 'broken');
  expect(brokenIn({}, { status: failed })).toBe(true);
  expect(brokenIn(withheld, { status: failed })).toBe(false);
  expect(brokenIn({ status: failed }, {})).toBe(false);
});
