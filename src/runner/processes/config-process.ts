// The runner's side of a config file: its code runs in a child, and only plain data comes back.

import { entryUrl } from '../../entry-url.ts';
import { BenchError } from '../../errors.ts';
import type { ConfigReply } from '../../model/processes/config-protocol.ts';
import { Child, NoAnswer } from './child-process.ts';
import { flagsForScenarios } from './node-flags.ts';

const ENTRY_URL = entryUrl('../../arm/describe/config-main', import.meta.url);
const ANSWER_MS = 10_000;

/**
 * What a config file says, unchecked. `imports` are modules that Node loads before it, `name` is what messages call it; what
 * it prints goes to stderr. Throws `CONFIG_LOAD`, or `CONFIG_INVALID` for what is no plain object.
 */
export async function loadConfig(
  url: string,
  name: string,
  imports: readonly string[],
  answerMs = ANSWER_MS,
): Promise<object> {
  const child = new Child(ENTRY_URL, [], 'to stderr', flagsForScenarios(imports));
  try {
    const reply = (await child.ask({ url }, { deadlineMs: answerMs })) as ConfigReply;
    if ('config' in reply) return reply.config;
    const { code, message, hint } = reply.refused;
    throw new BenchError(code, `${name}${code === 'CONFIG_LOAD' ? '' : ':'} ${message}`, hint);
  } catch (thrown) {
    if (!(thrown instanceof NoAnswer)) throw thrown;
    const how = thrown.why === 'silent' ? `it ${thrown.message}` : `its process ${thrown.message}`;
    const hint = 'Look at its top level for what never ends or ends the process; `--no-config` goes on without it.';
    throw new BenchError('CONFIG_LOAD', `${name} does not load: ${how}`, hint, thrown);
  } finally {
    await child.end(0);
  }
}
