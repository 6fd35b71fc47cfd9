// What a reader should know about the whole run.

import type { ResultDocument } from '../../model/document/document.ts';
import type { Warning } from '../../model/report/report.ts';
import { median } from '../../stats/quantile.ts';
import { disturbedRounds } from '../arms/arm.ts';
import { epochProbes, type ProbedCores, preflightProbe, rangeWords } from '../arms/probed-cores.ts';

/** A machine that gives less than this share of the cores asked for distorts every row of a pool. */
const FULL_CORES_RATIO = 0.85;
const STEAL_RATIO = 0.05;
/** Below this, a difference of a few percent cannot be decided. */
const FEW_ROUNDS = 8;
const TRUSTED_EPOCHS = 3;

/** All warnings that apply to the run. */
export function reportWarnings(document: ResultDocument): Warning[] {
  const { complete, preflight, cells } = document;
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
    if (preflight.stealRatio !== null && preflight.stealRatio > STEAL_RATIO) {
      warnings.push({
        code: 'steal',
        message: `Others took ${(preflight.stealRatio * 100).toFixed(0)} % of the CPU time while the machine was probed.`,
        remedy: 'Trust ratios more than milliseconds.',
      });
    }
  }
  warnings.push(...fewerCores(document));
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

// What was given when asked, and no more: other work than the probe's gains more from two threads, or less.
function fewerCores(document: ResultDocument): Warning[] {
  const before = preflightProbe(document);
  const later = epochProbes(document);
  const shares = (probes: readonly ProbedCores[]) => probes.map(({ askedCount, gave }) => gave / askedCount);
  const lacked =
    (before !== null && before.gave < before.askedCount * FULL_CORES_RATIO) ||
    (later.length > 0 && median(shares(later)) < FULL_CORES_RATIO);
  if (!lacked) return [];
  const all = [...(before === null ? [] : [before]), ...later];
  const when = [
    ...(before === null ? [] : ['before the run']),
    ...(later.length === 0 ? [] : [`at the ${later.length === 1 ? 'start' : 'starts'} of epochs`]),
  ].join(' and ');
  const asked = [...new Set(all.map(({ askedCount }) => askedCount))].join(' or ');
  return [
    {
      code: 'fewer-cores',
      message: `Probed ${when}, this machine gave ${rangeWords(all.map(({ gave }) => gave))} cores where ${asked} were asked for.`,
      remedy: 'Close other programs, or lift the limit of a container, before relying on rows of pools.',
    },
  ];
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
