// A scenario file that starts a run when it is imported would be imported by that run, and so on without end.

import { BenchError } from '../../errors.ts';
import { INSIDE_VARIABLE } from '../../model/processes/inside.ts';

/** Throws `USAGE` in a process that runs scenarios. */
export function refuseInsideScenario(env: NodeJS.ProcessEnv = process.env): void {
  if (env[INSIDE_VARIABLE] === undefined) return;
  throw new BenchError(
    'USAGE',
    'a scenario file asks for a run while it is run itself',
    'Move the call into a file of its own, and name the scenario file there.',
  );
}
