// What an audit is: a check that a row must pass before its number may be shown. Each file of this folder holds one.

import type { Audit } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** What a check found: one sentence with the figures it looked at. */
export type AuditFinding = Omit<Audit, 'id'>;

/** One check. */
export interface AuditRule {
  readonly id: string;
  /** Looks at a completed arm with samples; null where the check means nothing for it. */
  check(arm: Arm, data: ScenarioData): AuditFinding | null;
}
