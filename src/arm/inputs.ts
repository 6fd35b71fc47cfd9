// The inputs of a batch, as the scenario makes them: as many as there are tasks, or a reason why not.

import { BenchError, messageOf } from '../errors.ts';
import type { OpenWork } from './tasks/open-work.ts';

/** Throws `SCENARIO_INVALID` where `inputs` throws, or gives anything but that many. */
export function makeInputs({ scenario, parameters }: OpenWork, taskCount: number): readonly unknown[] {
  let inputs: unknown;
  try {
    inputs = scenario.inputs(taskCount, { parameters });
  } catch (thrown) {
    throw new BenchError(
      'SCENARIO_INVALID',
      `\`inputs(${taskCount})\` threw: ${messageOf(thrown)}`,
      'Look at what it does.',
      thrown,
    );
  }
  if (Array.isArray(inputs) && inputs.length === taskCount) return inputs;
  const got = Array.isArray(inputs) ? `${inputs.length}` : inputs instanceof Promise ? 'a Promise' : typeof inputs;
  throw new BenchError(
    'SCENARIO_INVALID',
    `\`inputs(${taskCount})\` must return an array of ${taskCount}, got ${got}`,
    '`overlap init` writes a scenario to start from.',
  );
}
