// One scenario -> its table and its sentences, in steps: audit every arm, judge those that passed, once, and tell.

import { armName } from '../model/arm-key.ts';
import type { NamedArm, ScenarioReport } from '../model/report/report.ts';
import { DECISION_ALPHA } from '../stats/decisions/verdict.ts';
import type { Arm } from './arms/arm.ts';
import { auditArms } from './arms/audited-arm.ts';
import type { ScenarioData } from './arms/scenario-data.ts';
import { boundBy } from './costs/bound-by.ts';
import { workOf } from './costs/work.ts';
import { judgeScenario, leadersSpeedup } from './judging/judgement.ts';
import { noiseFloorRatio } from './judging/noise-floor.ts';
import { buildRow } from './rows/row.ts';
import { scenarioWarnings } from './warnings/scenario-warnings.ts';
import { adviceFor, bySimplicity } from './why/advice.ts';
import { explain } from './why/explain.ts';
import type { Story } from './why/story.ts';

/** Tells one scenario. */
export function buildScenarioReport(data: ScenarioData): ScenarioReport {
  const { record, rounds, droppedRounds } = data;
  const audited = auditArms(data);
  const trusted = audited.filter(({ reason }) => reason === null).map(({ arm }) => arm);
  const judgement = judgeScenario(data, trusted);
  const rows = audited.map((one) => buildRow(one, data, judgement));
  const work = data.totals === null ? null : workOf(data);
  const story: Story = { ...judgement, data, trusted, work, boundBy: boundBy(data, work) };
  const placebo = data.placebo === null ? undefined : judgement.rows.get(data.placebo);
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
    target: record.target,
    parameters: record.parameters,
    setParameters: Object.fromEntries(
      Object.entries(record.parameters).filter(([name]) => Object.hasOwn(data.settings.parameters, name)),
    ),
    winner: judgement.winner === null ? null : namedArm(judgement.winner),
    leaders: bySimplicity(judgement.leaders).map(namedArm),
    leadersAre: judgement.leadersAre,
    leadersSpeedup: leadersSpeedup(judgement),
    levelRatio: 1 - DECISION_ALPHA,
    work:
      work === null
        ? null
        : {
            waitingRatio: work.waitingRatio,
            computingHereRatio: work.computingHereRatio,
            computingElsewhereRatio: work.computingElsewhereRatio,
          },
    boundBy: story.boundBy,
    advice: adviceFor(story, rows),
    why: why.text,
    whyRule: why.rule,
    noiseFloorRatio: noiseFloorRatio(placebo ?? null),
    rows,
    warnings: scenarioWarnings(data, judgement.reference !== null),
  };
}

function namedArm({ cell, name }: Arm): NamedArm {
  return { key: cell.key, name };
}
