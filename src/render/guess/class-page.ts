// What a class guessed, as a page: a histogram for each arm with the place where the runs came out, and the beliefs that showed.

import { parameterWords } from '../../model/parameter-words.ts';
import type { ClassArm, ClassScenario, GuessBin, GuessClass } from '../../model/teaching/guess-class.ts';
import { type Block, heading, type Page, type Table, table, text } from '../page/page.ts';
import { formatCount, formatInterval, formatRatio } from '../units.ts';

/** More scenarios than a lesson has; files of a stranger may name any number. */
const MOST_SCENARIOS = 20;
const MOST_ARMS = 20;

/** The class as a page. */
export function classPage({ guesserCount, scenarios }: GuessClass): Page {
  const shown = scenarios.slice(0, MOST_SCENARIOS);
  const left = scenarios.length - shown.length;
  return {
    title: `${guessers(guesserCount)} of ${formatCount(scenarios.length, 'scenario')}`,
    outcome: [],
    body: [
      ...shown.flatMap(scenarioBlocks),
      ...(left === 0 ? [] : text(`${formatCount(left, 'scenario')} more: --format json.`)),
    ],
  };
}

const guessers = (count: number) => `${count} ${count === 1 ? 'guess' : 'guesses'}`;

function scenarioBlocks({ id, title, question, taskCount, work, reference, ...of }: ClassScenario): Block[] {
  const { guesserCount, arms, misconceptions } = of;
  const left = arms.length - MOST_ARMS;
  return [
    heading(`${id}: ${title} (${formatCount(taskCount, 'task')}, ${guessers(guesserCount)}, × over ${reference})`),
    ...text(question),
    ...text(work === null ? '' : parameterWords(work.parameters), 'Parameters'),
    ...text(work?.target ?? '', 'Server'),
    ...arms.slice(0, MOST_ARMS).flatMap((arm) => [...text(armSentence(arm), arm.name), histogram(arm)]),
    ...(left > 0 ? text(`${formatCount(left, 'arm')} more: --format json.`) : []),
    ...(misconceptions.length === 0 ? [] : [beliefTable(misconceptions, guesserCount)]),
  ];
}

function armSentence({ guessCount, guessRatio, measured, rightCount, nearCount, wrongCount }: ClassArm): string {
  const guessed = `${guessers(guessCount)}, the middle ${formatRatio(guessRatio)}×`;
  if (measured === null) return `${guessed}; nothing was measured that could score them.`;
  const unscoredCount = guessCount - rightCount - nearCount - wrongCount;
  const runs = formatCount(measured.runCount, 'run');
  const unscored = unscoredCount === 0 ? '' : `, ${unscoredCount} not scored`;
  const scores = `${rightCount} right, ${nearCount} near, ${wrongCount} wrong${unscored}`;
  return `${guessed}; measured ${formatRatio(measured.ratio)}× (${formatInterval(measured)}, ${runs}): ${scores}.`;
}

function histogram({ bins }: ClassArm): Table {
  const most = Math.max(...bins.map(({ guessCount }) => guessCount));
  return table<GuessBin>(bins, [
    {
      header: 'guessed',
      unit: '×',
      kind: 'word',
      cell: ({ fromRatio, toRatio }) => `${shortRatio(fromRatio)} to ${shortRatio(toRatio)}`,
    },
    { header: 'guesses', kind: 'figure', cell: ({ guessCount }) => String(guessCount) },
    { header: 'measured', kind: 'word', cell: ({ isMeasured }) => (isMeasured ? 'here' : '') },
    { header: '', kind: 'bar', cell: () => '', share: ({ guessCount }) => guessCount / Math.max(1, most) },
  ]);
}

function beliefTable(beliefs: ClassScenario['misconceptions'], guesserCount: number): Table {
  return table(beliefs, [
    { header: 'a belief that the run refuted', kind: 'word', cell: ({ belief }) => `“${belief}”` },
    { header: 'guesses', kind: 'figure', cell: (each) => String(each.guesserCount) },
    { header: '', kind: 'bar', cell: () => '', share: (each) => each.guesserCount / guesserCount },
  ]);
}

/** Edges are round: 1.5 and 20, never 1.50 and 20.0. */
const shortRatio = (ratio: number) => String(Number(ratio.toPrecision(3)));
