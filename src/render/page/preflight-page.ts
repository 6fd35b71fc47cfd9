// The price list of this machine: what waiting, connecting, handing over and copying cost here, before any scenario.

import type { Preflight } from '../../model/document/document.ts';
import { BLANK, formatDuration, formatFineShare, formatRatio } from '../units.ts';
import { type Page, table } from './page.ts';

type Price = readonly [what: string, price: string, meaning: string];

/** The price list as a page. */
export function preflightPage(preflight: Preflight): Page {
  return {
    title: `The price list of this machine (probed in ${formatDuration(preflight.durationMs)})`,
    outcome: [],
    body: [
      table(pricesOf(preflight), [
        { header: 'what', kind: 'word', cell: ([what]) => what },
        { header: 'price', kind: 'figure', cell: ([, price]) => price },
        { header: 'what it means', kind: 'prose', cell: ([, , meaning]) => meaning },
      ]),
    ],
  };
}

function pricesOf(preflight: Preflight): Price[] {
  const { effectiveCores, stealRatio } = preflight;
  return [
    ...effectiveCores.map((speedup, index): Price => {
      const price = `${formatRatio(speedup)} cores`;
      return index === 0
        ? ['one thread', price, 'the measure of the rows below it']
        : [`${index + 1} threads`, price, 'how many times as much as one, of such work'];
    }),
    ['request', formatDuration(preflight.requestFloorMs), 'an empty answer over a warm connection'],
    ['connection', formatDuration(preflight.connectMs), 'what opening one adds'],
    ['timer', formatDuration(preflight.timerLatenessMs), 'how late a timer of 1 ms is'],
    ['pool start', formatDuration(preflight.poolStartMs), 'until one worker thread has proved a task'],
    ['dispatch', formatDuration(preflight.dispatchMs), 'an empty task to a warm pool and back'],
    ['copy 1 MB', formatDuration(preflight.cloneMsPerMb), 'to a worker, by structured clone'],
    ['transfer 1 MB', formatDuration(preflight.transferMsPerMb), 'to a worker, giving it away'],
    ['computing', `${formatRatio(preflight.kernelUnitsPerMs)} units/ms`, 'kernel units for each ms of CPU time'],
    stealRatio === null
      ? ['stolen time', BLANK, 'this system does not tell']
      : ['stolen time', formatFineShare(stealRatio), 'CPU time that others took while probing'],
  ];
}
