// A history: the runs that it holds, and what they say of themselves.

import type { HistoryRun } from '../../model/document/history-run.ts';
import type { CellHealth, HistoryHealth } from '../../model/report/history-health.ts';
import { BLANK, formatCount, formatFineShare, formatShare } from '../units.ts';
import { type Facts, facts, type Page, table, text } from './page.ts';

const LONGEST_COMMIT = 12;
/** More rows than a screen has room for; those left out let smaller changes pass than those shown. */
const MOST_CELLS = 16;

/** The health of a history as a page; the sentence is what it comes to. */
export function healthPage(health: HistoryHealth): Page {
  const shown = health.cells.slice(0, MOST_CELLS);
  const left = health.cells.length - shown.length;
  return {
    title: health.sentence,
    outcome: [],
    body: [
      ...facts([...runFacts(health), ...replayFacts(health)]),
      ...(shown.length === 0 ? [] : [cellTable(shown)]),
      ...(left === 0 ? [] : text(`${formatCount(left, 'cell')} more, where smaller changes are found: --format json.`)),
      ...(shown.length === 0
        ? []
        : text(
            'the slow-down that `overlap compare` would find 9 times in 10; drift is what the runs in the window rose or fell by, where they did so steadily.',
            'finds',
          )),
    ],
  };
}

function runFacts({ runCount, brokenCount, kind, likeCount, otherKinds, placebo }: HistoryHealth): Facts['facts'] {
  const broken =
    brokenCount === 0
      ? ''
      : `, and ${formatCount(brokenCount, 'entry').replace(/entrys$/, 'entries')} that cannot be read`;
  return [
    { label: 'runs', value: `${runCount}${broken}` },
    ...(kind === null ? [] : [{ label: 'judged', value: `${likeCount} like the newest: ${kind}` }]),
    ...otherKinds.map((other) => ({ label: 'apart', value: `${other.runCount} of ${other.kind}` })),
    ...(placebo.count === 0
      ? []
      : [
          {
            label: 'placebo',
            value: `a second copy of an arm was called different in ${placebo.alarmCount} of ${placebo.count} (${formatFineShare(placebo.alarmCount / placebo.count)})`,
          },
        ]),
  ];
}

function replayFacts({ replay }: HistoryHealth): Facts['facts'] {
  const { runCount, verdictCount, regressedCount, improvedCount, passingCount, alarmedRunCount, overlapRatio } = replay;
  if (verdictCount === 0) return [];
  return [
    {
      label: 'replay',
      value: `${formatCount(runCount, 'run')} judged by those before: of ${formatCount(verdictCount, 'verdict')} ${regressedCount} regressed and ${improvedCount} improved, in ${formatCount(alarmedRunCount, 'run')}; the next run did not repeat ${passingCount}`,
    },
    ...(overlapRatio === null
      ? []
      : [{ label: 'overlap', value: `runs share ${formatShare(overlapRatio)} of their alarms with the next` }]),
  ];
}

function cellTable(cells: readonly CellHealth[]) {
  return table(cells, [
    { header: 'scenario', kind: 'word', cell: ({ key }) => key.scenarioId },
    { header: 'strategy', kind: 'word', cell: ({ name }) => name },
    { header: 'past runs', kind: 'figure', cell: ({ pastCount }) => String(pastCount) },
    {
      header: 'finds',
      unit: '%',
      kind: 'figure',
      cell: ({ detectableRatio }) => (detectableRatio === null ? BLANK : `+${Math.ceil((detectableRatio - 1) * 100)}`),
    },
    {
      header: 'drift',
      unit: '%',
      kind: 'figure',
      cell: ({ driftRatio }) => (driftRatio === null ? BLANK : signed(driftRatio)),
      tone: ({ driftRatio }) => (driftRatio === null ? null : 'doubt'),
    },
  ]);
}

function signed(ratio: number): string {
  const percent = (ratio - 1) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)}`;
}

/** The runs of a history as a page, the newest last. */
export function historyPage(place: string, runs: readonly HistoryRun[]): Page {
  if (runs.length === 0) return { title: `${place} holds no run yet.`, outcome: [], body: [] };
  return {
    title: `${formatCount(runs.length, 'run')} in ${place}`,
    outcome: [],
    body: [
      table(runs, [
        { header: 'measured at', kind: 'word', cell: ({ createdAt }) => createdAt },
        { header: 'commit', kind: 'word', cell: ({ commit }) => commit?.slice(0, LONGEST_COMMIT) ?? BLANK },
        { header: 'profile', kind: 'word', cell: ({ settings }) => settings.profile },
        {
          header: 'cells',
          kind: 'figure',
          cell: ({ cells }) => String(cells.filter(({ state }) => state === 'measured').length),
        },
        {
          header: 'machine',
          kind: 'prose',
          cell: ({ environment: { cpuModel, coreCount, runtime } }) =>
            `${cpuModel}, ${formatCount(coreCount, 'core')}, ${runtime}`,
        },
      ]),
    ],
  };
}
