// One scenario -> its table and its sentences, in steps: audit every arm, compare those that passed, decide the winner,
// then explain.

import type { ScenarioReport } from '../model/report.ts';
import { adviceFor } from './advice.ts';
import type { Arm } from './arm.ts';
import { auditArms } from './audited-arm.ts';
import { boundBy } from './bound-by.ts';
import { judgeArm } from './judge.ts';
import { noiseFloorRatio } from './noise-floor.ts';
import { buildRow } from './row.ts';
import type { ScenarioData } from './scenario-data.ts';
import { isUnmeasurable, scenarioWarnings } from './scenario-warnings.ts';
import { explain } from './why/list.ts';
import type { Story } from './why/story.ts';
import { decideWinner } from './winner.ts';

/** Tells one scenario. */
export function buildScenarioReport(data: ScenarioData): ScenarioReport {
  const { record, rounds, droppedRounds } = data;
  const audited = auditArms(data);
  const trusted = audited.filter(({ reason }) => reason === null).map(({ arm }) => arm);
  const reference = data.reference !== null && trusted.includes(data.reference) ? data.reference : null;
  const judge = (arm: Arm) => (reference === null || arm === reference ? null : judgeArm(arm, reference));
  const rows = audited.map((one) => buildRow(one, data, one.reason === null ? judge(one.arm) : null));
  const outcome = decideWinner(trusted);
  const winner = reference === null || isUnmeasurable(data) ? null : outcome.winner;
  const placebo = data.placebo !== null && trusted.includes(data.placebo) ? judge(data.placebo) : null;
  const story: Story = { ...outcome, winner, data, trusted, reference, boundBy: boundBy(data, reference) };
  const why = explain(story);
  return {
    id: record.id,
    title: record.title,
    kind: record.kind,
    taskCount: record.taskCount,
    roundCount: [...rounds].filter((round) => !droppedRounds.has(round)).length,
    droppedRoundCount: droppedRounds.size,
    reference: record.referenceStrategyId,
    question: record.question,
    explanation: record.explanation,
    winner: winner?.cell.strategyId ?? null,
    contenders: outcome.contenders.map(({ cell }) => cell.strategyId),
    boundBy: story.boundBy,
    advice: adviceFor(story),
    why: why.text,
    whyRule: why.rule,
    noiseFloorRatio: noiseFloorRatio(placebo),
    rows,
    warnings: scenarioWarnings(data, reference !== null),
  };
}
