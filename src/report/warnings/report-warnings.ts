// What a reader should know about the whole run.

import type { ResultDocument } from '../../model/document.ts';
import type { Warning } from '../../model/report.ts';
import { disturbedRounds } from '../arms/arm.ts';
import { effectiveCores } from '../costs/thread-gain.ts';

/** A machine that gives less than this share of its cores distorts every pool row. */
const FULL_CORES_RATIO = 0.85;
const STEAL_RATIO = 0.05;
/** Below this, a difference of a few percent cannot be decided. */
const FEW_ROUNDS = 8;
const TRUSTED_EPOCHS = 3;

/** All warnings that apply to the run. */
export function reportWarnings(document: ResultDocument): Warning[] {
  const { complete, preflight, environment, cells } = document;
  const warnings: Warning[] = [];
  if (!complete) {
    warnings.push({
      code: 'partial-run',
      message: 'The run was interrupted; this is what had been measured by then.',
      remedy: 'Run it again for the rest.',
    });
  }
  if (preflight === null) {
    warnings.push({
      code: 'no-preflight',
      message: 'The machine was not probed, so predictions count no overheads and assume every core.',
      remedy: 'Run `overlap preflight` to see what it gives.',
    });
  } else {
    const { coreCount } = environment;
    const gave = effectiveCores(preflight, coreCount, coreCount);
    if (
      preflight.effectiveCores.length > 0 &&
      gave < coreCount * FULL_CORES_RATIO &&
      preflight.effectiveCores.length >= coreCount
    ) {
      warnings.push({
        code: 'fewer-cores',
        message: `This machine gave ${gave.toFixed(1)} of ${coreCount} cores, so no pool can compute more than ${gave.toFixed(1)} times as fast.`,
        remedy: 'Close other programs, or read pool rows against that ceiling.',
      });
    }
    if (preflight.stealRatio !== null && preflight.stealRatio > STEAL_RATIO) {
      warnings.push({
        code: 'steal',
        message: `Others took ${(preflight.stealRatio * 100).toFixed(0)} % of the CPU time while the machine was probed.`,
        remedy: 'Trust ratios more than milliseconds.',
      });
    }
  }
  const epochs = new Set(cells.flatMap(({ samples }) => samples.map(({ epoch }) => epoch)));
  if (epochs.size === 1) {
    warnings.push({
      code: 'single-epoch',
      message: 'All rounds come from one set of processes; two processes of the same code differ by a few percent.',
      remedy: moreEpochs(document),
    });
  }
  const few = document.scenarios
    .map(({ id }) => roundsOf(document, id))
    .filter((count) => count > 0 && count < FEW_ROUNDS);
  if (few.length > 0) {
    const least = Math.min(...few);
    warnings.push({
      code: 'few-rounds',
      message: `${few.length} of ${document.scenarios.length} scenarios have fewer than ${FEW_ROUNDS} rounds (${least} at least), which can only decide large differences.`,
      remedy: 'Use --rounds or a larger --budget for more.',
    });
  }
  return warnings;
}

// Every epoch needs rounds of its own: asking for more epochs than there are rounds gives none.
function moreEpochs({ settings: { epochCount, roundCount } }: ResultDocument): string {
  if (epochCount >= TRUSTED_EPOCHS) return 'There were too few rounds for more: use --rounds or a larger --budget.';
  const rounds = roundCount !== null && roundCount < FEW_ROUNDS ? ' and more --rounds' : '';
  return `Use --epochs ${TRUSTED_EPOCHS} or more${rounds} before relying on small differences.`;
}

function roundsOf({ cells }: ResultDocument, scenarioId: string): number {
  const own = cells.filter(({ key }) => key.scenarioId === scenarioId);
  const dropped = disturbedRounds(own);
  const rounds = own.flatMap(({ samples }) => samples.map(({ round }) => round));
  return new Set(rounds.filter((round) => !dropped.has(round))).size;
}
