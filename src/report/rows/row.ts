// One cell -> one row. A completed arm whose audits passed shows its numbers; any other shows the reason in their
// place, so that a number on the screen is always one that was checked.

import type { Row } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import type { AuditedArm } from '../arms/audited-arm.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { ledgerOf } from '../costs/ledger/ledger.ts';
import { breakEvenBatchCount } from '../judging/break-even.ts';
import { smallestEffectRatio } from '../judging/effects.ts';
import type { Judgement } from '../judging/judgement.ts';
import { NO_TAILS, tailsOf, tailWarnings } from '../judging/tails.ts';
import { rowWarnings } from '../warnings/row-warnings.ts';
import { absencesOf } from './absences.ts';
import { figuresOf, NO_FIGURES } from './figures.ts';

/** The part of a judgement that a row shows. */
type Judged = Pick<Judgement, 'reference' | 'rows' | 'head'>;

/** Builds the row; what it says of the reference is what was judged. */
export function buildRow(audited: AuditedArm, data: ScenarioData, judgement: Judged): Row {
  const { arm, audits, reason } = audited;
  const { key, placebo, status, outputDigest } = arm.cell;
  const base = {
    ...{ key, name: arm.name, placebo, status: status.state, reason },
    ...{ sampleCount: arm.samples.length, outputDigest, audits },
  };
  if (reason !== null) return { ...base, ...NO_FIGURES, ...NO_TAILS, ...NO_COMPARISON };
  const { reference, head } = judgement;
  const decision = judgement.rows.get(arm) ?? null;
  const figures = figuresOf(arm, data, head);
  const ledger = ledgerOf(arm, data);
  const speedup = decision?.interval ?? null;
  const tails = speedup === null || placebo || reference === null ? NO_TAILS : tailsOf(arm, reference, data.seed);
  return {
    ...base,
    ...figures,
    ...tails,
    speedup,
    speedupLevelRatio: decision?.levelRatio ?? null,
    breakEvenBatchCount: placebo
      ? null
      : breakEvenBatchCount(figures, reference?.wallQuantileMs(0.5) ?? null, decision),
    smallestEffectRatio: speedup === null ? null : smallestEffectRatio(speedup),
    probability: decision?.probability ?? null,
    ledger,
    largestPart: ledger?.[0] ?? null,
    absences: absencesOf(arm, data, figures),
    warnings: [...rowWarnings(arm, data), ...tailWarnings(speedup, tails)],
    verdict: verdictOf(arm, judgement),
  };
}

const NO_COMPARISON = {
  speedup: null,
  speedupLevelRatio: null,
  breakEvenBatchCount: null,
  smallestEffectRatio: null,
  probability: null,
  ledger: null,
  largestPart: null,
  absences: [],
  warnings: [],
  verdict: null,
} satisfies Partial<Row>;

function verdictOf(arm: Arm, { reference, rows }: Judged): Row['verdict'] {
  return arm === reference ? 'reference' : (rows.get(arm)?.verdict ?? 'undecided');
}
