// From a whole document to a whole report: rows, dropped rounds, warnings, facts.

import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import { documentOf, type ScenarioWords } from './testing/document-builder.ts';
import { countPrimes, downloadPages, sampleDocument } from './testing/sample-documents.ts';

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

describe('buildReport', () => {
  it('tells the same document in the same way', () => {
    expect(JSON.stringify(buildReport(sampleDocument()))).toBe(JSON.stringify(buildReport(sampleDocument())));
  });

  it('holds no NaN anywhere', () => {
    const odd: ScenarioWords = { ...downloadPages, roundCount: 1, calibrated: false };
    JSON.stringify([buildReport(sampleDocument()), buildReport(documentOf({ scenarios: [odd] }))], (key, value) => {
      if (Number.isNaN(value)) throw new Error(`${key} is NaN`);
      return value;
    });
  });

  it('shows floor, prediction, how near each is to it and to the best, and where the time went in every row', () => {
    const [scenario] = buildReport(documentOf({ scenarios: [downloadPages] })).scenarios;
    const gather = scenario?.rows.find(({ name }) => name === 'gather');
    // The longest wait, and a half of what handling twenty answers costs.
    expect(gather?.floorMs).toBeGreaterThan(59.6);
    expect(gather?.floorMs).toBeLessThan(gather?.medianMs ?? 0);
    expect(gather?.ofBestRatio).toBe(1);
    expect(gather?.ofOwnFloorRatio).toBeCloseTo((gather?.floorMs ?? 0) / (gather?.medianMs ?? 0));
    expect(gather?.predictedMs).toBeGreaterThan(60);
    expect(gather?.largestPart).toEqual(gather?.ledger?.[0]);
    expect(gather?.largestPart?.name).toBe('waiting for the slowest');
    const partsMs = gather?.ledger?.reduce((sum, { ms }) => sum + ms, 0);
    expect(partsMs).toBeCloseTo(gather?.medianMs ?? 0, 6);
  });

  it('drops a disturbed round for all arms', () => {
    const arms = downloadPages.arms.map((arm) =>
      arm.strategyId === 'gather'
        ? {
            ...arm,
            sample: ({ round }: { round: number }) => (round === 8 ? { contaminated: 'steal', wallMs: 9999 } : {}),
          }
        : arm,
    );
    const [scenario] = buildReport(documentOf({ scenarios: [{ ...downloadPages, arms }] })).scenarios;
    expect(scenario).toMatchObject({ roundCount: 29, droppedRoundCount: 1 });
    expect(scenario?.rows.filter(({ status }) => status === 'completed').map(({ sampleCount }) => sampleCount)).toEqual(
      [29, 29, 29, 29, 29],
    );
    expect(codes(scenario?.warnings ?? [])).toContain('contaminated');
  });

  it('survives a scenario without calibration, and one without cells', () => {
    const report = buildReport(
      documentOf({
        scenarios: [
          { ...downloadPages, calibrated: false },
          { ...countPrimes, arms: [] },
        ],
      }),
    );
    expect(report.scenarios[0]?.rows[0]).toMatchObject({ floorMs: null, predictedMs: null, ofOwnFloorRatio: null });
    expect(codes(report.scenarios[0]?.warnings ?? [])).toContain('no-calibration');
    expect(report.scenarios[1]).toMatchObject({ rows: [], winner: null, roundCount: 0 });
  });
});

describe('warnings', () => {
  it('are none on a quiet machine with enough epochs', () => {
    const report = buildReport(documentOf({ scenarios: [downloadPages] }));
    expect(report.warnings).toEqual([]);
    expect(report.scenarios[0]?.warnings).toEqual([]);
  });

  it.each([
    ['partial-run', { complete: false }],
    ['no-preflight', { preflight: null }],
    ['fewer-cores', { preflight: { effectiveCores: [1, 1.4] } }],
    ['steal', { preflight: { stealRatio: 0.2 } }],
    ['single-epoch', { scenarios: [{ ...downloadPages, epochCount: 1 }] }],
    ['few-rounds', { scenarios: [{ ...downloadPages, roundCount: 5 }] }],
  ] as const)('about the run: %s', (code, words) => {
    const report = buildReport(documentOf({ scenarios: [downloadPages], ...words }));
    expect(codes(report.warnings)).toContain(code);
  });

  it('do not advise more epochs than there are rounds for', () => {
    const remedyOf = (roundCount: number, settings: { epochCount: number; roundCount: number | null }) => {
      const scenarios = [{ ...downloadPages, roundCount, epochCount: 1 }];
      const { warnings } = buildReport(documentOf({ scenarios, settings }));
      return warnings.find(({ code }) => code === 'single-epoch')?.remedy;
    };
    expect(remedyOf(1, { roundCount: 1, epochCount: 5 })).toMatch(/too few rounds.*--rounds/);
    expect(remedyOf(1, { roundCount: 1, epochCount: 5 })).not.toMatch(/--epochs/);
    expect(remedyOf(2, { roundCount: 2, epochCount: 1 })).toMatch(/--epochs 3 or more and more --rounds/);
    expect(remedyOf(30, { roundCount: null, epochCount: 1 })).toMatch(/^Use --epochs 3 or more before/);
  });

  it('say that a batch is too short to judge, and no audit judges it', () => {
    const short = (wallMs: number, kind: 'io' | 'cpu' | 'mixed') => {
      const noise = ({ round }: { round: number }) => ({
        taskMs: wallMs / 2,
        computeMs: round < 9 ? wallMs : wallMs / 9,
        cpuMs: wallMs,
        inFlightMean: 0.9,
        serverCpuMs: 9,
      });
      const arms = ['sequential', 'bounded'].map((strategyId) => ({ strategyId, wallMs, sample: noise }));
      return buildReport(documentOf({ scenarios: [{ ...countPrimes, kind, arms, calibrated: false }] })).scenarios[0];
    };
    for (const kind of ['io', 'cpu', 'mixed'] as const) {
      const scenario = short(0.02, kind);
      const warning = scenario?.warnings.find(({ code }) => code === 'too-short');
      expect(warning?.message).toMatch(/^a batch takes 0\.02\d* ms, too short to judge/);
      expect(warning?.remedy).toMatch(/raise --tasks/);
      expect(scenario?.rows.map(({ reason }) => reason)).toEqual([null, null]);
    }
    expect(codes(short(1.5, 'cpu')?.warnings ?? [])).not.toContain('too-short');
    expect(short(1.5, 'cpu')?.rows[0]?.reason).toMatch(/audit little/);
  });

  it('name no reference where the document names none', () => {
    const document = documentOf({ scenarios: [{ ...downloadPages, arms: [] }] });
    const scenarios = document.scenarios.map((record) => ({ ...record, reference: null }));
    expect(buildReport({ ...document, scenarios }).scenarios[0]?.warnings).toEqual([]);
    const measured = documentOf({ scenarios: [downloadPages] });
    const [told] = buildReport({ ...measured, scenarios }).scenarios;
    expect(told?.warnings[0]?.message).toMatch(/^no arm is the reference/);
    expect(told?.why).toMatch(/^the reference has no numbers/i);
  });

  it('says how many cores the machine gave', () => {
    const report = buildReport(documentOf({ scenarios: [downloadPages], preflight: { effectiveCores: [1, 1.4] } }));
    expect(report.warnings[0]?.message).toContain('gave 1.4 cores where 2 were asked for');
  });

  it('about a scenario that ended early', () => {
    const report = buildReport(documentOf({ scenarios: [{ ...downloadPages, plannedRoundCount: 40 }] }));
    expect(codes(report.scenarios[0]?.warnings ?? [])).toEqual(['partial']);
  });

  it.each([
    [
      'multimodal',
      { roundCount: 60 },
      ({ round, wallMs }: { round: number; wallMs: number }) => ({
        wallMs: round % 2 ? 2 * wallMs : wallMs,
        taskMs: 20 * wallMs,
        inFlightMean: round % 2 ? 10 : 20,
      }),
    ],
    [
      'wide-spread',
      {},
      ({ round, wallMs }: { round: number; wallMs: number }) => ({
        wallMs: wallMs * (1 + (round % 10) / 10),
        inFlightMean: 20,
        taskMs: 20 * wallMs * (1 + (round % 10) / 10),
      }),
    ],
    [
      'no-overlap',
      {},
      ({ wallMs }: { wallMs: number }) => ({
        wallMs: 20 * wallMs,
        inFlightMean: 1,
        taskMs: 20 * wallMs,
        loopUtilizationRatio: 0.9,
      }),
    ],
  ] as const)('about a row: %s', (code, words, sample) => {
    const arms = downloadPages.arms.map((arm) => (arm.strategyId === 'gather' ? { ...arm, sample } : arm));
    const [scenario] = buildReport(documentOf({ scenarios: [{ ...downloadPages, ...words, arms }] })).scenarios;
    const gather = scenario?.rows.find(({ name }) => name === 'gather');
    expect(gather?.reason).toBeNull();
    expect(codes(gather?.warnings ?? [])).toContain(code);
  });

  it('about CPU time that is off, though not beyond doubt', () => {
    const noisy = ({ round, cpuMs }: { round: number; cpuMs: number }) => ({ cpuMs: cpuMs * (round % 2 ? 0.8 : 1.4) });
    const arms = countPrimes.arms.map((arm) => (arm.strategyId === 'gather' ? { ...arm, sample: noisy } : arm));
    const [scenario] = buildReport(documentOf({ scenarios: [{ ...countPrimes, arms, roundCount: 8 }] })).scenarios;
    const gather = scenario?.rows.find(({ name }) => name === 'gather');
    expect(gather?.reason).toBeNull();
    expect(codes(gather?.warnings ?? [])).toContain('unclear-cpu');
  });
});
