// A file may hold arms whose schedule this version does not know: their times are shown, and nothing is said of them
// that follows from a schedule, least of all from another strategy's.

import { describe, expect, it } from 'vitest';
import type { Row, ScenarioReport } from '../model/report/report.ts';
import { buildReport } from './build-report.ts';
import { type ArmWords, documentOf, type ScenarioWords } from './testing/document-builder.ts';
import { countPrimes, downloadPages, downloadThenHash } from './testing/sample-documents.ts';

const UNKNOWN = [
  ['a word', { waits: 'sliding', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' }],
  ['an aspect more', { waits: 'one', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing', retries: 3 }],
  ['no aspect', {}],
  ['no shape', null],
] as const;
const [[, SLIDING]] = UNKNOWN;

function told(scenario: ScenarioWords): ScenarioReport {
  const [report] = buildReport(documentOf({ scenarios: [scenario] })).scenarios;
  if (report === undefined) throw new Error('no scenario');
  return report;
}

function withArm(scenario: ScenarioWords, strategyId: string, change: Partial<ArmWords>): ScenarioWords {
  const arms = scenario.arms.map((arm) => (arm.strategyId === strategyId ? { ...arm, ...change } : arm));
  return { ...scenario, arms };
}

function rowOf({ rows }: ScenarioReport, strategyId: string): Row {
  const row = rows.find(({ key, placebo }) => key.strategyId === strategyId && !placebo);
  if (row === undefined) throw new Error(`no row of ${strategyId}`);
  return row;
}

const THEORY = { floorMs: null, predictedMs: null, ofOwnFloorRatio: null, ledger: null };

describe.each(UNKNOWN)('an arm with %s that this version does not know', (_, shape) => {
  it('is shown with its numbers and judged, without floor, prediction and loss', () => {
    const scenario = told(withArm(downloadPages, 'gather', { shape }));
    const row = rowOf(scenario, 'gather');
    expect(row).toMatchObject({ ...THEORY, reason: null, verdict: 'faster' });
    expect(row.medianMs).toBeCloseTo(63.2, 0);
    expect(row.speedup?.ratio).toBeCloseTo(19.1, 0);
    expect(row.audits.map(({ id }) => id)).not.toContain('limit');
    expect(row.audits.map(({ id }) => id)).not.toContain('floor');
    expect(row.warnings.map(({ code }) => code)).toEqual(['unknown-shape']);
    expect(rowOf(scenario, 'bounded').floorMs).not.toBeNull();
  });

  it('as the reference leaves the other rows their theory', () => {
    const scenario = told(withArm(downloadPages, 'sequential', { shape }));
    expect(rowOf(scenario, 'sequential')).toMatchObject({ ...THEORY, verdict: 'reference' });
    expect(rowOf(scenario, 'gather')).toMatchObject({ verdict: 'faster' });
    expect(rowOf(scenario, 'gather').floorMs).toBeGreaterThan(59);
    expect(scenario.whyRule).toBe('plain');
    expect(scenario.why).toMatch(/; this version does not know how sequential arranges tasks, so it tells no cause\.$/);
  });
});

describe('of an unknown shape', () => {
  it('a parameter by the name of a limit is no limit to be held to', () => {
    const busy = { sample: ({ wallMs }: { wallMs: number }) => ({ taskMs: 20 * wallMs, inFlightMean: 20 }) };
    expect(rowOf(told(withArm(downloadPages, 'bounded', busy)), 'bounded').reason).toMatch(/audit limit failed/);
    const unknown = told(withArm(downloadPages, 'bounded', { ...busy, shape: SLIDING }));
    expect(rowOf(unknown, 'bounded').reason).toBeNull();
  });

  it('the CPU time is not held against that of one thread', () => {
    const hungry = { sample: ({ cpuMs }: { cpuMs: number }) => ({ cpuMs: 2 * cpuMs }) };
    expect(rowOf(told(withArm(countPrimes, 'gather', hungry)), 'gather').reason).toMatch(/audit cpu-invariant failed/);
    expect(rowOf(told(withArm(countPrimes, 'gather', { ...hungry, shape: SLIDING })), 'gather').reason).toBeNull();
    const byUnknown = told(withArm(withArm(countPrimes, 'gather', hungry), 'sequential', { shape: SLIDING }));
    expect(rowOf(byUnknown, 'gather').reason).toBeNull();
  });

  it.each([
    ['waiting', downloadPages, 'gather'],
    ['computing', countPrimes, 'pool'],
    ['overlap-both', downloadThenHash, 'gather+pool'],
  ])('no mechanism is named: %s', (rule, scenario, fastest) => {
    expect(told(scenario).whyRule).toBe(rule);
    const { why, whyRule } = told(withArm(scenario, fastest, { shape: SLIDING }));
    expect(whyRule).toBe('plain');
    expect(why).toMatch(/; this version does not know how .* arranges tasks, so it tells no cause\.$/);
  });

  it('a limit that was kept full is no queue', () => {
    const bounded = downloadPages.arms.filter(({ strategyId }) => ['sequential', 'bounded'].includes(strategyId));
    const scenario = { ...downloadPages, arms: bounded };
    expect(told(scenario).whyRule).toBe('queued');
    expect(told(withArm(scenario, 'bounded', { shape: SLIDING })).whyRule).toBe('plain');
  });

  it('a busy loop is not blamed', () => {
    const arms = downloadThenHash.arms.filter(({ strategyId }) => ['sequential', 'gather'].includes(strategyId));
    const scenario = { ...downloadThenHash, arms };
    expect(told(scenario).whyRule).toBe('loop-busy');
    expect(told(withArm(scenario, 'gather', { shape: SLIDING })).whyRule).toBe('plain');
  });
});
