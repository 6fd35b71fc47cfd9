// The slow ends: said only where there are enough rounds, the same every time, and never part of the verdict.

import { describe, expect, it } from 'vitest';
import type { Row } from '../../model/report/report.ts';
import { buildReport } from '../build-report.ts';
import { type ArmWords, documentOf } from '../testing/document-builder.ts';

const sequential: ArmWords = { strategyId: 'sequential', wallMs: 101 };

function gatherRow(words: Partial<ArmWords>, roundCount: number, reference = sequential): Row {
  const arms = [reference, { strategyId: 'gather', wallMs: 100, ...words }];
  const scenario = { id: 'waiting', kind: 'cpu' as const, taskCount: 10, task: { computeMs: 10 }, epochCount: 5 };
  const report = buildReport(documentOf({ scenarios: [{ ...scenario, roundCount, arms }] }));
  const row = report.scenarios[0]?.rows.find(({ name }) => name === 'gather');
  if (row === undefined) throw new Error('no row');
  return row;
}

// One round in ten takes three times as long.
const slowAtTimes: Partial<ArmWords> = {
  sample: ({ round, wallMs }) =>
    round % 10 === 7 ? { wallMs: 3 * wallMs, taskMs: 30 * wallMs, inFlightMean: 10 } : {},
};

describe('tails', () => {
  it('are silent below five rounds beyond the quantile', () => {
    expect(gatherRow({}, 99)).toMatchObject({ p95Speedup: null, p99Speedup: null });
    expect(gatherRow({}, 100)).toMatchObject({ p95Speedup: { ratio: expect.any(Number) }, p99Speedup: null });
    expect(gatherRow({}, 500).p99Speedup).not.toBeNull();
  });

  it('read reference over arm, with an interval that holds the truth', () => {
    const row = gatherRow({ wallMs: 202 }, 500);
    for (const tail of [row.p95Speedup, row.p99Speedup]) {
      expect(tail?.ratio).toBeCloseTo(0.5, 1);
      expect(tail?.low).toBeLessThan(0.505);
      expect(tail?.high).toBeGreaterThan(0.495);
    }
  });

  it('are the same every time', () => expect(gatherRow(slowAtTimes, 200)).toEqual(gatherRow(slowAtTimes, 200)));

  it('warn when the medians agree and they do not, and leave the verdict alone', () => {
    const row = gatherRow(slowAtTimes, 500);
    expect(row.p95Speedup?.high).toBeLessThan(0.5);
    expect(row.verdict).toBe(gatherRow({}, 500).verdict);
    const warning = row.warnings.find(({ code }) => code === 'tails-differ');
    expect(warning?.message).toMatch(/its p95 is 2\.\d\d times as slow/);
  });

  it('do not warn where they agree, nor where the medians differ anyway', () => {
    for (const row of [gatherRow({}, 500), gatherRow({ ...slowAtTimes, wallMs: 140 }, 500)]) {
      expect(row.warnings.map(({ code }) => code)).not.toContain('tails-differ');
    }
  });
});
