// Whether the outputs of a batch are right, and the digest that must be the same for every batch and every arm. Fingerprints are
// taken first: a check may sort its outputs in place. Every output of every batch is verified; a task counts only then.

import { inspect } from 'node:util';
import { BenchError, messageOf } from '../../../errors.ts';
import { OUTPUT_DIGEST_FORM } from '../../../model/document/output-digest.ts';
import type { Scenario } from '../../../model/scenario.ts';
import { fingerprintOf } from './fingerprint.ts';
import { sha256 } from './sha256.ts';

/** Stands in the place of an output for a task that was allowed to fail, and did. */
export const FAILED_TASK = Symbol('failed task');

type Checked = Pick<Scenario, 'check' | 'allowFailures'>;

/** Of how many tasks an output is remembered as text: outputs that differ tend to do so from the first task on. */
const REMEMBERED_COUNT = 64;
const MOST_SHOWN_CHARS = 80;
const MOST_SHOWN_KEYS = 20;

export class OutputVerifier {
  readonly #scenario: Checked;
  /** The fingerprint of each task's output; of some tasks there is none yet where tasks may fail. */
  readonly #fingerprints: (string | undefined)[];
  /** What the first of them looked like. */
  readonly #looks: string[] = [];
  #digest: string | null = null;

  constructor(scenario: Checked, taskCount: number) {
    this.#scenario = scenario;
    this.#fingerprints = new Array<string | undefined>(taskCount).fill(undefined);
  }

  /**
   * The digest of the outputs of one batch, in input order; null while some task has never had one. Throws
   * `OUTPUT_WRONG`, `OUTPUT_DIFFERS` or `SCENARIO_INVALID`.
   */
  verify(outputs: readonly unknown[]): string | null {
    const taskCount = this.#fingerprints.length;
    if (outputs.length !== taskCount) {
      throw new BenchError('OUTPUT_WRONG', `expected ${taskCount} outputs, got ${outputs.length}`, CHECK_HINT);
    }
    for (const [index, output] of outputs.entries()) if (output !== FAILED_TASK) this.#compare(index, output);
    this.#digest ??= digestOf(this.#fingerprints);
    this.#check(outputs.filter((output) => output !== FAILED_TASK));
    return this.#digest;
  }

  #compare(index: number, output: unknown): void {
    const fingerprint = fingerprinted(index, output);
    const before = this.#fingerprints[index];
    if (before === fingerprint) return;
    if (before !== undefined) {
      throw new BenchError('OUTPUT_DIFFERS', difference(index, this.#looks[index], lookOf(output)), DIFFERS_HINT);
    }
    this.#fingerprints[index] = fingerprint;
    if (index < REMEMBERED_COUNT) this.#looks[index] = lookOf(output);
  }

  #check(outputs: readonly unknown[]): void {
    const verdict: unknown = this.#scenario.check?.(outputs) ?? true;
    if (typeof verdict !== 'boolean') {
      const got = verdict instanceof Promise ? 'a Promise' : typeof verdict;
      throw new BenchError(
        'SCENARIO_INVALID',
        `\`check\` must return true or false, got ${got}`,
        'A check is not async: compute what it needs before it.',
      );
    }
    if (!verdict) throw new BenchError('OUTPUT_WRONG', "the scenario's check found the outputs wrong", CHECK_HINT);
  }
}

/** Null while a fingerprint is missing. */
function digestOf(fingerprints: readonly (string | undefined)[]): string | null {
  if (fingerprints.includes(undefined)) return null;
  const lengths = fingerprints.map((fingerprint) => fingerprint?.length);
  return `${OUTPUT_DIGEST_FORM}${sha256(`${lengths.join()} ${fingerprints.join('')}`)}`;
}

function fingerprinted(index: number, output: unknown): string {
  try {
    return fingerprintOf(output);
  } catch (thrown) {
    // Deep enough to exhaust the stack, or a getter that throws.
    const how = thrown instanceof RangeError ? 'is nested too deeply to be looked at' : messageOf(thrown);
    const hint = 'Let a task return what is to be verified, as plain data, and nothing else.';
    throw new BenchError('OUTPUT_WRONG', `the output of task ${index} cannot be verified: it ${how}`, hint, thrown);
  }
}

function difference(index: number, before: string | undefined, now: string): string {
  const task = `the output of task ${index}`;
  if (before === undefined) return `${task}, now ${now}, is not what it was in an earlier batch`;
  if (before === now) return `${task} is not what it was in an earlier batch, though both look like ${now}`;
  return `${task} was ${before} in an earlier batch and is ${now} now`;
}

/** The beginning of an output as text, and its length where it has more. */
function lookOf(output: unknown): string {
  const hasKeys =
    typeof output === 'object' && output !== null && !Array.isArray(output) && !ArrayBuffer.isView(output);
  const keyCount = hasKeys ? Object.keys(output).length : 0;
  if (keyCount > MOST_SHOWN_KEYS) return `an object with ${keyCount} keys`;
  const text = inspect(output, {
    ...{ depth: 0, maxArrayLength: 4, maxStringLength: MOST_SHOWN_CHARS / 2, breakLength: Number.POSITIVE_INFINITY },
    ...{ compact: true, customInspect: false },
  });
  return text.length <= MOST_SHOWN_CHARS ? text : `${text.slice(0, MOST_SHOWN_CHARS)}…`;
}

const CHECK_HINT = "Run it with a single strategy to see whether the scenario's own check is right.";
const DIFFERS_HINT = 'Outputs must depend on the inputs alone: no Math.random(), no Date.now().';
