// What makes a gate doubtful as a whole.

import type { GateDocument } from '../../model/document/gate-document.ts';
import type { Warning } from '../../model/report/report.ts';

/** Cores that others used, on average, from which on a gate finds less than it could. */
const NOTABLE_CORES = 0.3;

/** All warnings that apply, the gravest first. */
export function gateWarnings(document: GateDocument): Warning[] {
  const { base, head, cells, environment } = document;
  const warnings: Warning[] = [];
  if (base.commit !== null && base.commit === head.commit && base.label === head.label) {
    warnings.push({
      code: 'same-version',
      message: `Both sides are ${base.label}: nothing can have changed between them.`,
      remedy: 'Name the version to compare with, such as --base main or --base HEAD^1.',
    });
  }
  const foreign = cells.flatMap(({ pairs }) => pairs.flatMap(({ foreignCores }) => foreignCores ?? []));
  const meanCores = foreign.reduce((sum, each) => sum + each, 0) / foreign.length;
  if (meanCores >= NOTABLE_CORES) {
    warnings.push({
      code: 'neighbour',
      message: `Others used ${meanCores.toFixed(1)} of ${environment.coreCount} cores meanwhile. It met both versions alike: smaller changes are harder to see, none is invented.`,
      remedy: 'Run it alone to see smaller changes.',
    });
  }
  return warnings;
}
