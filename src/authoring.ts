// The only door for scenario files: `#bench` inside this repository, `overlap-bench` outside. Everything a scenario may
// use comes through here, so that a scenario stays a page that reads like the idea it measures.

import type { CpuScenario, IoScenario, MixedScenario } from './model/scenario.ts';

export * from './kernels.ts';
export type { Answer } from './model/answer.ts';
export type { IoTools } from './model/scenario.ts';
export { seededRandom } from './model/seeded-random.ts';

/** Declares a scenario whose tasks wait and then compute. */
export function defineScenario<Input, Value, Output>(
  scenario: MixedScenario<Input, Value, Output>,
): MixedScenario<Input, Value, Output>;
/** Declares a scenario whose tasks only wait. */
export function defineScenario<Input, Output>(scenario: IoScenario<Input, Output>): IoScenario<Input, Output>;
/** Declares a scenario whose tasks only compute. */
export function defineScenario<Input, Output>(scenario: CpuScenario<Input, Output>): CpuScenario<Input, Output>;
export function defineScenario(scenario: unknown): unknown {
  return scenario;
}
