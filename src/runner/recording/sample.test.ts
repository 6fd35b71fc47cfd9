import { describe, expect, it } from 'vitest';
import { sampleSchema } from '../../document/schema.ts';
import type { Sample } from '../../model/document/document.ts';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { recordedSample } from './sample.ts';

const HONEST: Sample = { ...PLAIN_SAMPLE, wallMs: 12.345_678, inFlightMean: 7.654_321, handoverMs: 1.5 };

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
