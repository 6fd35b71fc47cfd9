// The only door for scenario files: `#bench` inside this repository, `overlap-bench` outside. Everything a scenario may
// use comes through here, so that a scenario stays a page that reads like the idea it measures.

import type { Config } from './model/config.ts';
import type { CpuScenario, IoScenario, MixedScenario, NoParameters, ScenarioParameters } from './model/scenario.ts';

export * from './kernels.ts';
export type { Config } from './model/config.ts';
export type { CpuTools, InputTools, IoTools, SetupTools } from './model/scenario.ts';
export { seededRandom } from './model/seeded-random.ts';
export type { Answer, RequestOptions, StreamedAnswer } from './model/server/answer.ts';

/** Declares a scenario whose tasks wait and then compute. */
export function defineScenario<
  Input,
  Value,
  Output,
  Context = undefined,
  const Parameters extends ScenarioParameters = NoParameters,
>(
  scenario: MixedScenario<Input, Value, Output, Context, Parameters>,
): MixedScenario<Input, Value, Output, Context, Parameters>;
/** Declares a scenario whose tasks only wait. */
export function defineScenario<
  Input,
  Output,
  Context = undefined,
  const Parameters extends ScenarioParameters = NoParameters,
>(scenario: IoScenario<Input, Output, Context, Parameters>): IoScenario<Input, Output, Context, Parameters>;
/** Declares a scenario whose tasks only compute. */
export function defineScenario<
  Input,
  Output,
  Context = undefined,
  const Parameters extends ScenarioParameters = NoParameters,
>(scenario: CpuScenario<Input, Output, Context, Parameters>): CpuScenario<Input, Output, Context, Parameters>;
export function defineScenario(scenario: unknown): unknown {
  return scenario;
}

/** Declares what `overlap` does in the folder of an `overlap.config.ts`, whose default export it is. Flags go first. */
export function defineConfig(config: Config): Config {
  return config;
}
