// All audits, in the order in which a reader should hear of failures: first that the work was done, then that the
// arithmetic closes, then that nothing else was measured.

import type { Audit } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import { gaveUp } from '../arms/gave-up.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { AuditRule } from './audit-rule.ts';
import { cpuInvariantAudit } from './cpu-invariant.ts';
import { digestAudit } from './digest.ts';
import { floorAudit } from './floor.ts';
import { kernelAudit } from './kernel.ts';
import { limitAudit } from './limit.ts';
import { littleAudit } from './little.ts';
import { reconnectsAudit } from './reconnects.ts';
import { sampleCountAudit } from './sample-count.ts';
import { serverBoundAudit } from './server-bound.ts';

/** Every audit. */
export const auditRules: readonly AuditRule[] = [
  sampleCountAudit,
  digestAudit,
  littleAudit,
  limitAudit,
  floorAudit,
  cpuInvariantAudit,
  reconnectsAudit,
  serverBoundAudit,
  kernelAudit,
];

/** Runs all audits that apply to the arm; none without samples. */
export function auditArm(arm: Arm, data: ScenarioData): Audit[] {
  if (arm.cell.status.state !== 'completed' || arm.samples.length === 0) return [];
  const rules = arm.samples.some((sample) => gaveUp(sample, data)) ? [sampleCountAudit] : auditRules;
  return rules.flatMap((rule) => {
    const finding = rule.check(arm, data);
    return finding === null ? [] : [{ id: rule.id, ...finding }];
  });
}
