import { describe, expect, it } from 'vitest';
import { sampleSchema } from '../../document/schema.ts';
import type { Sample } from '../../model/document.ts';
import { recordedSample } from './sample.ts';

const HONEST: Sample = {
  epoch: 1,
  round: 7,
  slot: 2,
  wallMs: 12.345_678,
  cpuMs: 3,
  loopUtilizationRatio: 0.5,
  gcMs: 0.2,
  completedCount: 20,
  failedCount: 1,
  wastedMs: 4,
  inFlightMean: 7.654_321,
  taskMs: 90,
  longestTaskMs: 11,
  ioMs: 80,
  serverMs: 70,
  computeWallMs: 6,
  handoverMs: 1.5,
  connectCount: 0,
  serverCpuMs: 2,
};

describe('a recorded sample', () => {
  it('keeps every figure, with four decimals', () => {
    const { wallMs, inFlightMean, ...others } = recordedSample({ ...HONEST, contaminated: 'a neighbour' });
    expect({ wallMs, inFlightMean }).toEqual({ wallMs: 12.3457, inFlightMean: 7.6543 });
    expect({ ...HONEST, contaminated: 'a neighbour' }).toMatchObject(others);
  });

  it('is valid however the clocks disagree by a hair', () => {
    const hair = Object.fromEntries(
      Object.keys(HONEST).map((field) => [field, ['epoch', 'round', 'slot'].includes(field) ? 0 : -1e-3]),
    );
    const recorded = recordedSample(hair as unknown as Sample);
    expect(sampleSchema.parse(recorded)).toMatchObject({ wallMs: 1e-4, cpuMs: 0, connectCount: 0, handoverMs: -1e-3 });
    expect(recordedSample({ ...HONEST, loopUtilizationRatio: 1 + 1e-9 }).loopUtilizationRatio).toBe(1);
    expect(recordedSample({ ...HONEST, loopUtilizationRatio: 1.001 }).loopUtilizationRatio).toBe(1);
  });
});
