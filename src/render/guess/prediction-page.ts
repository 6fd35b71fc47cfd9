// A guess beside theory and the measurement: the question first, then row by row who said what, then which belief the run
// refutes and where that can be seen.

import type { ScenarioReport } from '../../model/report/report.ts';
import type { TimelineReport } from '../../model/report/timeline-report.ts';
import type { FoundMisconception, GuessDocument, GuessOutcome, ScoredArm } from '../../model/teaching/guess.ts';
import { type Block, type Facts, facts, heading, type Page, table, text, timelines } from '../page/page.ts';
import { intervalHeader } from '../row-columns.ts';
import { shortReason } from '../text-width.ts';
import { BLANK, formatCount, formatInterval, formatRatio } from '../units.ts';
import { scoreTone, scoreWord, sumWord } from './score-words.ts';

/** Lines of a picture that stands below a sentence. */
const MOST_TASKS = 8;

/** Everything that is told of one guess. */
export interface ToldPrediction {
  readonly guess: GuessDocument;
  readonly outcome: GuessOutcome;
  readonly scenario: ScenarioReport;
  /** Of the arms that refute a belief. */
  readonly refuting: readonly TimelineReport[];
}

/** The prediction as a page. */
export function predictionPage({ guess, outcome, scenario, refuting }: ToldPrediction): Page {
  const { id, title, kind, taskCount, roundCount } = scenario;
  // What was neither guessed nor measured has nothing to show.
  const arms = outcome.arms.filter(({ guessRatio, measured }) => guessRatio !== null || measured !== null);
  const counts = [formatCount(taskCount, 'task'), formatCount(roundCount, 'round')];
  return {
    title: null,
    outcome: [heading('Score'), ...text(scoreSentence(outcome)), ...text(orderSentence(outcome), 'Order')],
    body: [
      heading(`${id}: ${title} (${[kind, ...counts].join(', ')})`),
      ...text(scenario.question),
      ...text(guess.why ?? '', 'Why you think so'),
      table(arms, columnsOf(arms), { splits: true }),
      ...text(`Factors over ${guess.reference}: 2 is twice as fast, 0.5 half as fast.`),
      ...facts(reasons(arms)),
      ...outcome.misconceptions.flatMap((found) => beliefText(found, outcome.arms)),
      ...timelines(refuting, { sameAxis: true, mostTasks: MOST_TASKS }),
      ...text(scenario.why, 'Why it came out so'),
      ...text(scenario.explanation, 'How it works'),
    ],
  };
}

function columnsOf(arms: readonly ScoredArm[]): Parameters<typeof table<ScoredArm>>[1] {
  const ratio = (value: number | null | undefined) =>
    value === null || value === undefined ? BLANK : formatRatio(value);
  return [
    { header: 'strategy', kind: 'word', cell: ({ name }) => name },
    { header: 'your\nguess', unit: '×', kind: 'figure', cell: ({ guessRatio }) => ratio(guessRatio) },
    { header: 'theory', unit: '×', kind: 'figure', cell: ({ theoryRatio }) => ratio(theoryRatio) },
    { header: 'measured', unit: '×', kind: 'figure', cell: ({ measured }) => ratio(measured?.ratio) },
    {
      header: intervalHeader(arms.flatMap(({ levelRatio }) => levelRatio ?? [])),
      kind: 'figure',
      cell: ({ measured }) => (measured === null ? BLANK : formatInterval(measured)),
    },
    {
      header: 'score',
      kind: 'figure',
      cell: ({ score }) => scoreWord(score),
      tone: ({ score }) => scoreTone(score),
    },
  ];
}

/** What a dash in the table means, once for all rows that have the same reason. */
function reasons(arms: readonly ScoredArm[]): Facts['facts'] {
  const unscored = arms.filter(({ reason }) => reason !== null);
  const silent = arms.filter(({ theoryReason, measured }) => theoryReason !== null && measured !== null);
  return [
    ...[...Map.groupBy(unscored, ({ reason }) => reason)].map(([reason, all]) => because(all, 'not scored', reason)),
    ...[...Map.groupBy(silent, ({ theoryReason }) => theoryReason)].map(([reason, all]) =>
      because(all, 'without theory', reason),
    ),
  ];
}

function because(arms: readonly ScoredArm[], what: string, reason: string | null): Facts['facts'][number] {
  return { label: `${arms.map(({ name }) => name).join(', ')} ${what}`, value: shortReason(reason ?? '') };
}

function beliefText({ name, belief, truth }: FoundMisconception, arms: readonly ScoredArm[]): Block[] {
  const arm = arms.find((each) => each.name === name);
  if (arm?.measured === null || arm?.measured === undefined || arm.guessRatio === null) return [];
  const { guessRatio, measured } = arm;
  const figures = `guessed ${formatRatio(guessRatio)}×, measured ${formatRatio(measured.ratio)}× (${formatInterval(measured)})`;
  return text(`${name}: ${figures}: ${truth}`, `“${belief[0]?.toUpperCase()}${belief.slice(1)}”`);
}

function scoreSentence({ arms, scoreSum, scoredCount }: GuessOutcome): string {
  if (scoredCount === 0) return 'No guess could be scored by this run; the reasons stand below the table.';
  const count = (wanted: ScoredArm['score']) => arms.filter(({ score }) => score === wanted).length;
  const left = arms.filter(({ guessRatio, score }) => guessRatio !== null && score === null).length;
  return [
    `${sumWord(scoreSum)} of ${scoredCount}: ${count(1)} right, ${count(0.5)} near, ${count(0)} wrong`,
    ...(left === 0 ? [] : [`${formatCount(left, 'guess').replace(/guesss$/, 'guesses')} could not be scored`]),
  ]
    .join('; ')
    .concat('. Right is inside the interval, noise included; near is within a factor of 1.5.');
}

function orderSentence({ order: { rightCount, pairCount, wrong } }: GuessOutcome): string {
  if (pairCount === 0) return 'this run decided the order of no two arms that were guessed at.';
  const pairs = `${rightCount} of ${pairCount} decided ${pairCount === 1 ? 'pair' : 'pairs'} guessed right`;
  const others = wrong.map(({ faster, slower }) => `${faster} is faster than ${slower}`);
  return others.length === 0 ? `${pairs}.` : `${pairs}; ${others.join(', ')}.`;
}
