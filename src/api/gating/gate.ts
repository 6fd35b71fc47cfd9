// A gate that a program asked for: the same as the command's, without what a terminal needs.

import { BenchError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import { checkedOptions } from '../checks/check-options.ts';
import { abortSignal, amount, type Check, text, yesOrNo } from '../checks/checks.ts';
import { outcomeOfComparison } from '../outcome.ts';
import type { ScenarioSource } from '../run-options.ts';
import { inTurn } from '../running/in-turn.ts';
import { refuseInsideScenario } from '../running/refuse-inside.ts';
import { RUN_CHECKS } from '../running/run-checks.ts';
import { namesOf } from '../running/sources.ts';
import type { GateOptions } from './gate-options.ts';
import { performGate } from './perform-gate.ts';

/** What a gate comes to. */
export interface GateOutcome {
  /** What `overlap gate --format json` prints. */
  readonly comparison: Comparison;
  /** What `overlap gate` would exit with. */
  readonly exitCode: ExitCode;
}

const { strategies, tasks, concurrency, threads, deadlineMs, params, imports } = RUN_CHECKS;

const CHECKS: Readonly<Record<keyof GateOptions, Check>> = {
  ...{ base: text, head: text, install: text, signal: abortSignal, seed: RUN_CHECKS.seed },
  ...{ strategies, tasks, concurrency, threads, deadlineMs, params, imports },
  ...{ marginRatio: amount([0, 10], 'a share'), selfTest: yesOrNo, strict: yesOrNo },
};

/** Rejects as `gate` of the door says. */
export async function gateSources(sources: readonly ScenarioSource[], options: GateOptions): Promise<GateOutcome> {
  refuseInsideScenario();
  const names = namesOf(sources);
  const {
    signal = new AbortController().signal,
    base,
    head,
    install,
    ...asked
  } = checkedOptions<Partial<GateOptions>>(options, CHECKS);
  if (base === undefined) {
    const hint = 'Name the version to compare with: a commit, a branch, or a folder such as ./before.';
    throw new BenchError('USAGE', 'base: expected a git ref or a folder, got nothing', hint);
  }
  return inTurn(signal, async () => {
    const { comparison } = await performGate(names, { base, head, install }, asked, {
      ...{ signal, nameOf: (option) => option, narrowing: {} },
      ...{ onNote() {}, onPlanned() {}, onProgress() {}, onNamed() {} },
    });
    return { comparison, exitCode: outcomeOfComparison(comparison, asked.strict ?? false) };
  });
}
