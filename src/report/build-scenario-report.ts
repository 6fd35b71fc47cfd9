// One scenario -> its table and its sentences, in steps: audit every arm, compare those that passed, decide the winner,
// then explain.

import { armName } from '../model/arm-key.ts';
import type { NamedArm, ScenarioReport } from '../model/report.ts';
import type { StrategyJudgement } from '../stats/decisions/verdict.ts';
import type { Arm } from './arms/arm.ts';
import { auditArms } from './arms/audited-arm.ts';
import type { ScenarioData } from './arms/scenario-data.ts';
import { isUnmeasurable } from './arms/unmeasurable.ts';
import { boundBy } from './costs/bound-by.ts';
import { judgeFamily } from './judging/family.ts';
import { noiseFloorRatio } from './judging/noise-floor.ts';
import { decideWinner } from './judging/winner.ts';
import { buildRow } from './rows/row.ts';
import { scenarioWarnings } from './warnings/scenario-warnings.ts';
import { adviceFor } from './why/advice.ts';
import { explain } from './why/explain.ts';
import type { Story } from './why/story.ts';

/** Tells one scenario. */
export function buildScenarioReport(data: ScenarioData): ScenarioReport {
  const { record, rounds, droppedRounds } = data;
  const audited = auditArms(data);
  const trusted = audited.filter(({ reason }) => reason === null).map(({ arm }) => arm);
  const reference = data.reference !== null && trusted.includes(data.reference) ? data.reference : null;
  const judgements = judgeAgainst(reference, trusted);
  const outcome = decideWinner(trusted);
  const rows = audited.map((one) => buildRow(one, data, judgements.get(one.arm) ?? null, outcome.fastest));
  const winner = reference === null || isUnmeasurable(data) ? null : outcome.winner;
  const placebo = data.placebo === null ? null : (judgements.get(data.placebo) ?? null);
  const story: Story = { ...outcome, winner, data, trusted, reference, judgements, boundBy: boundBy(data, reference) };
  const why = explain(story);
  return {
    id: record.id,
    title: record.title,
    kind: record.kind,
    taskCount: record.taskCount,
    roundCount: [...rounds].filter((round) => !droppedRounds.has(round)).length,
    droppedRoundCount: droppedRounds.size,
    reference: record.reference === null ? null : { key: record.reference, name: armName(record.reference) },
    question: record.question,
    explanation: record.explanation,
    winner: winner === null ? null : namedArm(winner),
    leaders: outcome.leaders.map(namedArm),
    boundBy: story.boundBy,
    advice: adviceFor(story),
    why: why.text,
    whyRule: why.rule,
    noiseFloorRatio: noiseFloorRatio(placebo),
    rows,
    warnings: scenarioWarnings(data, reference !== null),
  };
}

function namedArm({ cell, name }: Arm): NamedArm {
  return { key: cell.key, name };
}

// The arms are one family; the placebo is no question that anybody asks and stands alone.
function judgeAgainst(reference: Arm | null, trusted: readonly Arm[]): Map<Arm, StrategyJudgement> {
  if (reference === null) return new Map();
  const others = trusted.filter((arm) => arm !== reference);
  const family = others.filter(({ cell }) => !cell.placebo).map((arm) => ({ arm, other: reference }));
  const placebos = others.filter(({ cell }) => cell.placebo).map((arm) => ({ arm, other: reference }));
  const judged = [family, placebos].flatMap((comparisons) =>
    judgeFamily(comparisons).map((judgement, index) => [comparisons[index]?.arm, judgement] as const),
  );
  return new Map(judged.flatMap(([arm, judgement]) => (arm && judgement ? [[arm, judgement] as const] : [])));
}
