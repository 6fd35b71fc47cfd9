// Parameters of a scenario as they are typed.

import type { ScenarioParameters } from './scenario.ts';

/** Such as `pages=5 size=2`, whatever their order was; empty for none. */
export function parameterWords(parameters: ScenarioParameters): string {
  const sorted = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, value]) => `${name}=${String(value)}`).join(' ');
}
