// Entry of the process of a learner's program. It may throw, print, never end or end the process: here that harms nobody else.

import { Console } from 'node:console';
import { BenchError } from '../../errors.ts';
import { RULE } from '../rule.ts';
import { firstRefusal, refused } from './guard/refusals.ts';
import { loadProgram, type Run } from './load-program.ts';
import { perform } from './perform.ts';
import type { LearnerReply, LearnerRequest } from './protocol.ts';

/** Taken before any code of a learner can replace them. */
const send = process.send?.bind(process);
const leave = process.exit.bind(process, 0);
const { stdout } = process;
const write = stdout.write.bind(stdout);
// What is said to the checker is said by us alone.
delete process.send;
// Our stdout is for verdicts: what a program prints goes to stderr, errors among the rest.
globalThis.console = new Console(process.stdout);

let program: Run | undefined;

async function answer(request: LearnerRequest): Promise<LearnerReply> {
  if (request.type === 'load') {
    program = await loadedWithin(request.url);
    return { type: 'loaded' };
  }
  if (request.type === 'flush') {
    await allPrinted();
    return { type: 'flushed' };
  }
  if (program === undefined) throw new Error("'run' came before 'load'");
  return { type: 'ran', record: await perform(program, request.inputs, request.server) };
}

/** Throws `HUNT_FILE` for what is no program, and for one that tries what it may not. */
async function loadedWithin(url: string): Promise<Run> {
  const loading = loadProgram(url);
  // A file that is refused something may wait for it without end, or fail in words such as `fetch failed`.
  await Promise.race([loading.catch(() => {}), refused()]);
  const what = firstRefusal();
  if (what === null) return loading;
  loading.catch(() => {});
  const hint = 'What a program asks for belongs into `run`, and it asks with the tools that it is handed.';
  throw new BenchError('HUNT_FILE', `tried to ${what}, and was refused: ${RULE}`, hint);
}

function refusalOf(thrown: unknown): LearnerReply {
  if (!(thrown instanceof BenchError)) throw thrown;
  return { type: 'refused', how: thrown.message, hint: thrown.hint };
}

async function allPrinted(): Promise<void> {
  if (stdout.writableLength === 0 || stdout.writableEnded) return;
  await new Promise((resolve) => write('', resolve));
}

process.on('message', (request: LearnerRequest & { readonly id: string }) => {
  void answer(request)
    .catch(refusalOf)
    .then((reply) => send?.({ ...reply, id: request.id }));
});
process.on('disconnect', leave);
