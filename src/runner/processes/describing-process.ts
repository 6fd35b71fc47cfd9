// The runner's side of describing scenarios: their code runs in a child, and only plain data comes back. One child
// describes file after file; when it dies, a fresh one goes on, so that one broken file never hides the others.

import { entryUrl } from '../../entry-url.ts';
import { BenchError, ERROR_CODES, type ErrorCode } from '../../errors.ts';
import type { DescribeReply } from '../../model/processes/describe-protocol.ts';
import type { ScenarioSummary } from '../../model/scenario.ts';
import { loadError } from '../../scenario-file.ts';
import { Child, NoAnswer, type Patience } from './child-process.ts';
import { flagsForScenarios } from './node-flags.ts';

const ENTRY_URL = entryUrl('../../arm/describe/main', import.meta.url);
/** More than a file is given to load in; only an import that never yields takes longer. */
const ANSWER_MS = 12_000;

/** What a file holds, or the `SCENARIO_LOAD` or `SCENARIO_INVALID` that says why it cannot be run. */
export type Described = ScenarioSummary | BenchError;

/**
 * Describes each file, in order, in a process that has loaded `imports` before, as `--import` of Node does. What they print
 * goes to stderr; its working folder is `folder`, ours by default. Throws `INTERRUPTED` when the signal is aborted, and `USAGE` when one of `imports` does not load.
 */
export async function describeScenarios(
  urls: readonly string[],
  signal?: AbortSignal,
  imports: readonly string[] = [],
  { answerMs = ANSWER_MS, folder }: { readonly answerMs?: number; readonly folder?: string | undefined } = {},
): Promise<Described[]> {
  const describer = new Describer({ deadlineMs: answerMs, signal }, imports, folder);
  const described: Described[] = [];
  try {
    for (const url of urls) described.push(await describer.describe(url));
    return described;
  } finally {
    await describer.end();
  }
}

class Describer {
  #child: Child | undefined;
  readonly #patience: Patience;
  readonly #imports: readonly string[];
  readonly #folder: string | undefined;

  constructor(patience: Patience, imports: readonly string[], folder: string | undefined) {
    this.#patience = patience;
    this.#imports = imports;
    this.#folder = folder;
  }

  async describe(url: string): Promise<Described> {
    const isUsed = this.#child !== undefined;
    let described = await this.#ask(url);
    // A child that has described others may have died of one of them.
    if (described instanceof NoAnswer && isUsed) described = await this.#ask(url);
    return described instanceof NoAnswer ? noAnswerError(url, described) : described;
  }

  async end(): Promise<void> {
    await this.#child?.end(0);
    this.#child = undefined;
  }

  /** A loader that fails is not to be blamed on the first file. */
  async #start(): Promise<Child> {
    const child = new Child(ENTRY_URL, [], 'to stderr', flagsForScenarios(this.#imports), this.#folder);
    if (this.#imports.length === 0) return child;
    try {
      await child.firstMessage(this.#patience);
      return child;
    } catch (thrown) {
      await child.end(0);
      throw thrown instanceof NoAnswer ? importError(this.#imports, thrown.message) : thrown;
    }
  }

  async #ask(url: string): Promise<Described | NoAnswer> {
    this.#child ??= await this.#start();
    try {
      const reply = (await this.#child.ask({ url }, this.#patience)) as DescribeReply;
      if ('summary' in reply) return reply.summary;
      const { code, message, hint } = reply.refused;
      return new BenchError(code in ERROR_CODES ? (code as ErrorCode) : 'SCENARIO_LOAD', message, hint);
    } catch (thrown) {
      if (!(thrown instanceof NoAnswer)) throw thrown;
      await this.end();
      return thrown;
    }
  }
}

function importError(imports: readonly string[], how: string): BenchError {
  const flags = imports.map((specifier) => `--import ${specifier}`).join(' ');
  return new BenchError(
    'USAGE',
    `${flags}: expected what Node can import from this folder; its process ${how}`,
    'A package has to be installed here (`npm i -D tsx`), and a file needs its path, such as ./loader.mjs.',
  );
}

function noAnswerError(url: string, { why, message }: NoAnswer): BenchError {
  if (why === 'silent') {
    return loadError(url, `it ${message}`, 'Look for a loop that never ends at the top level of the file.');
  }
  const hint = /heap (?:limit|out of memory)/.test(message)
    ? 'Importing the file takes more memory than Node has: make less at its top level, or set NODE_OPTIONS=--max-old-space-size=8192.'
    : 'Look at the top level of the file for what ends the process, or a timer that throws.';
  return loadError(url, `its process ${message}`, hint);
}
