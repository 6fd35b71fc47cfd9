// The price list of this machine: what waiting, connecting, handing over and copying cost here, before any scenario.

import type { Preflight } from '../model/document.ts';
import type { RenderOptions } from './renderer.ts';
import { drawTextGrid } from './terminal/text-grid.ts';
import { wrapText } from './text-width.ts';
import { BLANK, formatDuration, formatFineShare, formatRatio } from './units.ts';

interface Price {
  readonly what: string;
  readonly price: string;
  readonly meaning: string;
}

/** Draws the price list; ends with a newline. */
export function renderPreflight(preflight: Preflight, { columns }: RenderOptions): string {
  const prices = pricesOf(preflight);
  const table = drawTextGrid(
    [
      { header: 'what', align: 'left', cells: prices.map(({ what }) => what) },
      { header: 'price', align: 'right', cells: prices.map(({ price }) => price) },
    ],
    { header: 'what it means', cells: prices.map(({ meaning }) => meaning) },
    columns,
  );
  const title = wrapText(`The price list of this machine (probed in ${formatDuration(preflight.durationMs)})`, columns);
  return `${title}\n\n${table}`;
}

function pricesOf(preflight: Preflight): Price[] {
  const cores = preflight.effectiveCores.map((speedup, index) => ({
    what: index === 0 ? 'one thread' : `${index + 1} threads`,
    price: `${formatRatio(speedup)} cores`,
    meaning: index === 0 ? 'the measure of the rows below it' : 'no pool of that size computes faster than this',
  }));
  return [
    ...cores,
    {
      what: 'request',
      price: formatDuration(preflight.requestFloorMs),
      meaning: 'an empty answer over a warm connection',
    },
    { what: 'connection', price: formatDuration(preflight.connectMs), meaning: 'what opening one adds' },
    { what: 'timer', price: formatDuration(preflight.timerLatenessMs), meaning: 'how late a timer of 1 ms is' },
    {
      what: 'pool start',
      price: formatDuration(preflight.poolStartMs),
      meaning: 'until one worker thread has proved a task',
    },
    { what: 'dispatch', price: formatDuration(preflight.dispatchMs), meaning: 'an empty task to a warm pool and back' },
    { what: 'copy 1 MB', price: formatDuration(preflight.cloneMsPerMb), meaning: 'to a worker, by structured clone' },
    { what: 'transfer 1 MB', price: formatDuration(preflight.transferMsPerMb), meaning: 'to a worker, giving it away' },
    {
      what: 'computing',
      price: `${formatRatio(preflight.kernelUnitsPerMs)} units/ms`,
      meaning: 'kernel units for each ms of CPU time',
    },
    {
      what: 'stolen time',
      price: preflight.stealRatio === null ? BLANK : formatFineShare(preflight.stealRatio),
      meaning: preflight.stealRatio === null ? 'this system does not tell' : 'CPU time that others took while probing',
    },
  ];
}
