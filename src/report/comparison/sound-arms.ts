// The arms of a document by what they are, each with the reason why its numbers may not be used. The same audits as in
// a report: a time that may not be shown may not be compared either.

import { keyText } from '../../model/arm-key.ts';
import type { ResultDocument } from '../../model/document.ts';
import { type AuditedArm, auditArms } from '../arms/audited-arm.ts';
import { scenarioData } from '../arms/scenario-data.ts';

/** Arms by the text of their key; placebos are left out. */
export function soundArms(document: ResultDocument): ReadonlyMap<string, AuditedArm> {
  const audited = document.scenarios.flatMap((record) => auditArms(scenarioData(document, record)));
  return new Map(audited.filter(({ arm }) => !arm.cell.placebo).map((one) => [keyText(one.arm.cell.key), one]));
}
