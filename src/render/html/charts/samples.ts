// Every sample as a dot, the epochs of a row below each other: whether a figure rests on times that agree. Rounds that were
// dropped, for all rows at once, are hollow.

import { isSameArm } from '../../../model/arm-key.ts';
import type { Cell, ResultDocument, Sample } from '../../../model/document/document.ts';
import type { ScenarioReport } from '../../../model/report/report.ts';
import { table } from '../../page/page.ts';
import { formatTime, timeScale } from '../../units.ts';
import { html, type Markup } from '../markup.ts';
import { figure } from './figure.ts';
import { axisRow, plotRow, upright } from './plot.ts';
import { logScale, type Scale } from './scale.ts';

/** Places of a dot along the axis; a plot is stretched to the room there is. */
const PLACES = 1_000;

/** One row of dots. */
interface Lane {
  readonly name: string;
  readonly medianMs: number | null;
  readonly all: readonly Sample[];
  readonly drawn: readonly Sample[];
}

/** The figure, with so many dots at most; nothing where the document holds no sample. */
export function samplesFigure(scenario: ScenarioReport, { cells }: ResultDocument, mostDots: number): Markup[] {
  const own = cells.filter(({ key, samples }) => key.scenarioId === scenario.id && samples.length > 0);
  if (own.length === 0) return [];
  const dropped = new Set(
    own.flatMap(({ samples }) =>
      samples.flatMap(({ contaminated, round }) => (contaminated === undefined ? [] : [round])),
    ),
  );
  const lanes = own.flatMap((cell) => laneOf(cell, scenario, Math.floor(mostDots / own.length)));
  const epochs = [...new Set(own.flatMap(({ samples }) => samples.map(({ epoch }) => epoch)))].sort((a, b) => a - b);
  const times = timeScale(lanes.flatMap(({ all }) => extremes(all)));
  const scale = logScale(lanes.flatMap(({ all }) => extremes(all)));
  const count = (of: 'all' | 'drawn') => lanes.reduce((sum, lane) => sum + lane[of].length, 0);
  const caption = [
    'A dot is one batch, an upright line the median.',
    ...(epochs.length > 1
      ? [`The ${epochs.length} epochs of a row, each with fresh processes, lie below each other.`]
      : []),
    ...(dropped.size > 0 ? ['Hollow: dropped, since something disturbed that round.'] : []),
    ...(count('drawn') < count('all') ? [`${count('drawn')} of ${count('all')} samples are drawn.`] : []),
  ].join(' ');
  const rows = lanes.map((lane) => {
    const plot = html`${dots(lane, epochs, dropped, scale)}${lane.medianMs === null || !(lane.medianMs > 0) ? null : upright('median', scale.at(lane.medianMs))}`;
    return plotRow(lane.name, plot, `${lane.all.length} samples`);
  });
  const figures = table(
    lanes.flatMap(({ name, all }) =>
      [...Map.groupBy(all, ({ epoch }) => epoch)].map(([epoch, of]) => ({ name, epoch, of })),
    ),
    [
      { header: 'strategy', kind: 'word', cell: ({ name }) => name },
      { header: 'epoch', kind: 'figure', cell: ({ epoch }) => String(epoch + 1) },
      { header: 'samples', kind: 'figure', cell: ({ of }) => String(of.length) },
      {
        header: 'dropped',
        kind: 'figure',
        cell: ({ of }) => String(of.filter(({ round }) => dropped.has(round)).length),
      },
      { header: `shortest ${times.unit}`, kind: 'figure', cell: ({ of }) => formatTime(extremes(of)[0], times) },
      { header: `longest ${times.unit}`, kind: 'figure', cell: ({ of }) => formatTime(extremes(of)[1], times) },
    ],
  );
  return [
    figure({ title: 'Every sample', caption, rows: [...rows, axisRow(scale, 'ms')], legend: null, table: figures }),
  ];
}

function laneOf({ key, placebo, samples }: Cell, { rows }: ScenarioReport, most: number): Lane[] {
  const row = rows.find((each) => each.placebo === placebo && isSameArm(each.key, key));
  if (row === undefined) return [];
  return [{ name: row.name, medianMs: row.medianMs, all: samples, drawn: evenly(samples, most) }];
}

function evenly(samples: readonly Sample[], most: number): readonly Sample[] {
  if (samples.length <= most) return samples;
  return Array.from({ length: most }, (_, index) => samples[Math.floor((index * samples.length) / most)] as Sample);
}

/** Lines of no length with round ends: a dot is ten characters, and stays round however the plot is stretched. */
function dots({ drawn }: Lane, epochs: readonly number[], dropped: ReadonlySet<number>, { at }: Scale): Markup {
  const line = (epoch: number) => epochs.indexOf(epoch) * 2 + 1;
  const path = (samples: readonly Sample[]) =>
    samples.map(({ wallMs, epoch }) => `M${Math.round((at(wallMs) * PLACES) / 100)} ${line(epoch)}h0`).join('');
  const kept = path(drawn.filter(({ round }) => !dropped.has(round)));
  const hollow = path(drawn.filter(({ round }) => dropped.has(round)));
  const rings = hollow === '' ? null : html`<path class="ring" d="${hollow}"/><path class="hole" d="${hollow}"/>`;
  return html`<svg viewBox="0 0 ${PLACES} ${epochs.length * 2}" preserveAspectRatio="none">${rings}<path class="dots" d="${kept}"/></svg>`;
}

function extremes(samples: readonly Sample[]): [number, number] {
  return samples.reduce<[number, number]>(
    ([least, most], { wallMs }) => [Math.min(least, wallMs), Math.max(most, wallMs)],
    [Infinity, -Infinity],
  );
}
