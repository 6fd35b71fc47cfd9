// The arms of a document by what they are, each with the reason why its numbers may not be used. The same audits as in
// a report: a time that may not be shown may not be compared either.

import type { ResultDocument } from '../../model/document.ts';
import { type AuditedArm, auditArms } from '../arms/audited-arm.ts';
import { scenarioData } from '../arms/scenario-data.ts';

/** Arms by scenario and strategy; placebos are left out. */
export function soundArms(document: ResultDocument): ReadonlyMap<string, AuditedArm> {
  const audited = document.scenarios.flatMap((record) => auditArms(scenarioData(document, record)));
  return new Map(
    audited
      .filter(({ arm }) => !arm.cell.placebo)
      .map((one) => [`${one.arm.cell.scenarioId} / ${one.arm.cell.strategyId}`, one]),
  );
}
