// One cell -> one row. A completed arm whose audits passed shows its numbers; any other shows the reason in their
// place, so that a number on the screen is always one that was checked.

import type { Row } from '../../model/report.ts';
import type { StrategyJudgement } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import type { AuditedArm } from '../arms/audited-arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import { ledgerOf } from '../costs/ledger.ts';
import { NO_TAILS, tailsOf, tailWarnings } from '../judging/tails.ts';
import { rowWarnings } from '../warnings/row-warnings.ts';
import { absencesOf } from './absences.ts';
import { figuresOf, NO_FIGURES } from './figures.ts';

/** Builds the row; `judgement` is null for the reference arm and where there is nothing to compare with. */
export function buildRow(audited: AuditedArm, data: ScenarioData, judgement: StrategyJudgement | null): Row {
  const { arm, audits, reason } = audited;
  const { key, placebo, status, outputDigest } = arm.cell;
  const base = {
    ...{ key, name: arm.name, placebo, status: status.state, reason },
    ...{ sampleCount: arm.samples.length, outputDigest, audits },
  };
  if (reason !== null) return { ...base, ...NO_FIGURES, ...NO_TAILS, ...NO_COMPARISON };
  const figures = figuresOf(arm, data);
  const ledger = ledgerOf(arm, data);
  const speedup = judgement?.interval95 ?? null;
  const compared = speedup !== null && !placebo ? data.reference : null;
  const tails = compared === null ? NO_TAILS : tailsOf(arm, compared, data.seed);
  return {
    ...base,
    ...figures,
    ...tails,
    speedup,
    smallestEffectRatio: judgement?.smallestEffectRatio ?? null,
    probability: judgement?.probability ?? null,
    ledger,
    largestPart: ledger?.[0] ?? null,
    absences: absencesOf(arm, data, figures),
    warnings: [...rowWarnings(arm, data), ...tailWarnings(speedup, tails)],
    verdict: verdictOf(arm, data, judgement),
  };
}

const NO_COMPARISON = {
  speedup: null,
  smallestEffectRatio: null,
  probability: null,
  ledger: null,
  largestPart: null,
  absences: [],
  warnings: [],
  verdict: null,
} satisfies Partial<Row>;

function verdictOf(arm: Arm, data: ScenarioData, judgement: StrategyJudgement | null): Row['verdict'] {
  if (arm === data.reference) return 'reference';
  return judgement === null || isUnmeasurable(data) ? 'undecided' : judgement.verdict;
}
