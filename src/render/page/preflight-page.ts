// The price list of this machine: what waiting, connecting, handing over and copying cost here, before any scenario.

import type { Preflight } from '../../model/document.ts';
import { BLANK, formatDuration, formatFineShare, formatRatio } from '../units.ts';
import { type Page, table } from './page.ts';

interface Price {
  readonly what: string;
  readonly price: string;
  readonly meaning: string;
}

/** The price list as a page. */
export function preflightPage(preflight: Preflight): Page {
  return {
    title: `The price list of this machine (probed in ${formatDuration(preflight.durationMs)})`,
    outcome: [],
    details: [
      table(pricesOf(preflight), [
        { header: 'what', kind: 'word', cell: ({ what }) => what },
        { header: 'price', kind: 'figure', cell: ({ price }) => price },
        { header: 'what it means', kind: 'prose', cell: ({ meaning }) => meaning },
      ]),
    ],
  };
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
