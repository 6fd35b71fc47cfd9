// More rounds than a call takes arguments.

import { expect, it } from 'vitest';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { sampleCountAudit } from './sample-count.ts';

it('counts the samples of 200,000 rounds', () => {
  const rounds = Array.from({ length: 200_000 }, (_, round) => round);
  const samples = rounds.map((round) => ({ round, completedCount: 1, failedCount: 0 }));
  const data = { rounds: new Set(rounds), complete: false } as unknown as ScenarioData;
  const finding = (kept: typeof samples) =>
    sampleCountAudit.check({ cell: { samples: kept, restedRounds: [], taskCount: 1 } } as unknown as Arm, data);
  expect(finding(samples)).toMatchObject({ passed: true });
  expect(finding(samples.slice(0, -1))).toMatchObject({ passed: true });
  expect(finding(samples.slice(0, -2))).toMatchObject({ passed: false });
});
