// Entry of the process that describes scenarios: imports one file after another and tells what each is, as plain data.
// The code of a scenario may end its process, hold it, or print; here that harms nobody but this process.

import { BenchError, messageOf } from '../../errors.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { DescribeReply, DescribeRequest } from '../../model/processes/describe-protocol.ts';
import { loadError } from '../../scenario-file.ts';
import { summaryOf } from './summary.ts';

/** Taken before any code of a scenario can replace them. */
const send = process.send?.bind(process);
const leave = process.exit.bind(process, 0);
const folder = process.cwd();

async function describe({ id, url }: DescribeRequest): Promise<DescribeReply> {
  try {
    process.chdir(folder);
    return { id, summary: summaryOf(await loadScenario(url)) };
  } catch (thrown) {
    const error =
      thrown instanceof BenchError
        ? thrown
        : loadError(url, messageOf(thrown), '`overlap init` writes a scenario to start from.', thrown);
    const { code, message, hint } = error;
    return { id, refused: { code, message, hint } };
  }
}

process.on('message', (request: DescribeRequest) => void describe(request).then((reply) => send?.(reply)));
process.on('disconnect', leave);
