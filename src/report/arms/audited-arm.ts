// An arm with its audits, and the one sentence that stands in place of numbers that may not be shown.

import type { Audit } from '../../model/report/report.ts';
import { auditArm } from '../audits/registry.ts';
import type { Arm } from './arm.ts';
import type { ScenarioData } from './scenario-data.ts';

/** An arm with its audits, and why its numbers may not be shown (null where they may). */
export interface AuditedArm {
  readonly arm: Arm;
  readonly audits: readonly Audit[];
  readonly reason: string | null;
}

/** Audits every arm of a scenario, the placebo included. */
export function auditArms(data: ScenarioData): AuditedArm[] {
  return data.arms.map((arm) => {
    const audits = auditArm(arm, data);
    return { arm, audits, reason: reasonFor(arm, audits) };
  });
}

function reasonFor({ cell, samples }: Arm, audits: readonly Audit[]): string | null {
  const { status } = cell;
  if (status.state === 'failed') return `${status.failure.code}: ${status.failure.message}`;
  if (status.state === 'skipped') return status.reason;
  if (cell.samples.length === 0) return 'no round was measured';
  if (samples.length === 0) return 'every round was disturbed from outside and dropped';
  const failed = audits.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  return failed.map(({ id, detail }) => `audit ${id} failed: ${detail}`).join('; ');
}
