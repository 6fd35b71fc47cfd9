// Entry of the process that describes scenarios: imports one file after another and tells what each is, as plain data.
// The code of a scenario may end its process, hold it, or print; here that harms nobody but this process.

import { BenchError } from '../../errors.ts';
import { loadScenario } from '../../load-scenario.ts';
import { loadProblemOf } from '../../loading/load-problem.ts';
import type { DescribeReply, DescribeRequest, DescriberReady } from '../../model/processes/describe-protocol.ts';
import { loadError } from '../../scenario-file.ts';
import { summaryOf } from './summary.ts';

/** Taken before any code of a scenario can replace them. */
const send = process.send?.bind(process);
const leave = process.exit.bind(process, 0);
const folder = process.cwd();
const environment = { ...process.env };

/** What one file did to the process is nothing that the next is to find; in its own process it would not, either. */
function tidyUp(): void {
  process.chdir(folder);
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

async function describe({ id, url }: DescribeRequest): Promise<DescribeReply> {
  try {
    tidyUp();
    return { id, summary: summaryOf(await loadScenario(url)) };
  } catch (thrown) {
    const { code, message, hint } = thrown instanceof BenchError ? thrown : refusalOf(thrown, url);
    return { id, refused: { code, message, hint } };
  }
}

/** What a getter of the exported object throws when it is looked at. */
function refusalOf(thrown: unknown, url: string): BenchError {
  const { how, hint } = loadProblemOf(thrown, url);
  return loadError(url, how, hint);
}

process.on('message', (request: DescribeRequest) => void describe(request).then((reply) => send?.(reply)));
process.on('disconnect', leave);
send?.({ type: 'ready' } satisfies DescriberReady);
