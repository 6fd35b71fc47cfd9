// Whether the outputs of a batch are right, and the digest that must be the same for every batch and every arm. The digest is
// taken first: a check may sort its outputs in place.

import { hash } from 'ohash';
import { BenchError } from '../../errors.ts';
import type { Scenario } from '../../model/scenario.ts';

/** Stands in the place of an output for a task that was allowed to fail, and did. */
export const FAILED_TASK = Symbol('failed task');

type Checked = Pick<Scenario, 'check' | 'allowFailures'>;

export class OutputVerifier {
  readonly #scenario: Checked;
  readonly #taskCount: number;
  /** Digests of single outputs, where tasks may fail: no batch need have them all. */
  readonly #digests: (string | undefined)[];

  constructor(scenario: Checked, taskCount: number) {
    this.#scenario = scenario;
    this.#taskCount = taskCount;
    this.#digests = new Array<string | undefined>(taskCount).fill(undefined);
  }

  /**
   * The digest of the outputs of one batch, in input order; null while some task has never had one. Throws
   * `OUTPUT_WRONG`, `OUTPUT_DIFFERS` or `SCENARIO_INVALID`.
   */
  verify(outputs: readonly unknown[]): string | null {
    if (outputs.length !== this.#taskCount) {
      throw new BenchError('OUTPUT_WRONG', `expected ${this.#taskCount} outputs, got ${outputs.length}`, CHECK_HINT);
    }
    const digest = this.#scenario.allowFailures ? this.#digestOfSingle(outputs) : hash(outputs);
    this.#check(outputs.filter((output) => output !== FAILED_TASK));
    return digest;
  }

  #digestOfSingle(outputs: readonly unknown[]): string | null {
    for (const [index, output] of outputs.entries()) {
      if (output === FAILED_TASK) continue;
      const digest = hash(output);
      this.#digests[index] ??= digest;
      if (this.#digests[index] === digest) continue;
      throw new BenchError(
        'OUTPUT_DIFFERS',
        `the output of task ${index} is not what it was in an earlier batch`,
        'Outputs must depend on the inputs alone.',
      );
    }
    return this.#digests.includes(undefined) ? null : hash(this.#digests);
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

const CHECK_HINT = "Run it with a single strategy to see whether the scenario's own check is right.";
