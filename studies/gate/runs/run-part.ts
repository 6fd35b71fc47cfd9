// Gates that are run: how long they take, and what becomes of a slow-down that really happens.

import { median } from '../../../src/stats/quantile.ts';
import type { StudyOptions } from '../../study.ts';
import { drawTable, percent } from '../../table.ts';
import { BANK_WORKS, fourCells, MARGIN_RATIO, twelveCells } from '../works.ts';
import { type CleanRun, runClean, runSlowed, type SlowedCell } from './real-runs.ts';

const SEED = 20_272;

/** Identical code: seconds and verdicts. */
export async function cleanPart({ long, write }: StudyOptions) {
  const asked = [
    { name: '4 cells', works: fourCells(), limitSeconds: 45 },
    { name: '12 cells', works: twelveCells(), limitSeconds: 180 },
    // Takes longest: once, in the quick form.
    ...(long ? [] : [{ name: '12 cells, batches as they ship', works: twelveCells(null), limitSeconds: 180 }]),
  ];
  const runs: (CleanRun & { readonly name: string; readonly limitSeconds: number })[] = [];
  for (let turn = 0; turn < (long ? 2 : 1); turn++) {
    for (const { name, works, limitSeconds } of asked) {
      const run = { name, limitSeconds, ...(await runClean(works, SEED + turn)) };
      runs.push(run);
      write(`clean, ${name}: ${run.seconds.toFixed(0)} s, ${JSON.stringify(run.verdicts)}`);
    }
  }
  const rows = asked.map(({ name, limitSeconds }) => {
    const told = runs.filter((run) => run.name === name);
    const seconds = told.map((run) => run.seconds);
    const count = (isMeant: (verdict: string) => boolean) =>
      told
        .flatMap(({ verdicts }) => Object.entries(verdicts))
        .reduce((sum, [verdict, one]) => sum + (isMeant(verdict) ? one : 0), 0);
    const cellCount = told.reduce((sum, run) => sum + run.cellCount, 0);
    return [
      name,
      `${told.length}`,
      `${median(seconds).toFixed(0)} (${Math.min(...seconds).toFixed(0)}–${Math.max(...seconds).toFixed(0)})`,
      `${limitSeconds}`,
      (told.reduce((sum, run) => sum + run.pairCount, 0) / cellCount).toFixed(1),
      `${count((verdict) => verdict === 'within margin')} of ${cellCount}`,
      `${count((verdict) => verdict === 'regressed' || verdict === 'improved')}`,
    ];
  });
  const head = [
    'identical code',
    'gates',
    'seconds',
    'promised',
    'pairs\na cell',
    `within\n${percent(MARGIN_RATIO, 0)}`,
    'called\nchanged',
  ];
  return { text: drawTable(head, rows), json: runs };
}

/** 5 and 10 % that happen: verdicts and estimates. */
export async function slowedPart({ long, write }: StudyOptions) {
  const found: (SlowedCell & { readonly slowedRatio: number })[] = [];
  for (let turn = 0; turn < (long ? 2 : 1); turn++) {
    for (const slowedRatio of [0.05, 0.1]) {
      const cells = await runSlowed(BANK_WORKS, slowedRatio, SEED + turn);
      found.push(...cells.map((cell) => ({ ...cell, slowedRatio })));
      write(`+${percent(slowedRatio, 0)}: ${cells.map(({ verdict }) => verdict).join(', ')}`);
    }
  }
  const groups = Map.groupBy(found, ({ name, slowedRatio }) => `${name}, +${percent(slowedRatio, 0)}`);
  const rows = [...groups].sort().map(([name, cells]) => {
    const ratios = cells.map(({ ratio }) => ratio);
    const share = (verdict: string) => `${cells.filter((cell) => cell.verdict === verdict).length}`;
    return [
      name,
      `${cells.length}`,
      share('regressed'),
      share('inconclusive'),
      share('within margin'),
      `${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)})`,
      median(cells.map(({ pairCount }) => pairCount)).toFixed(0),
    ];
  });
  const total = [0.05, 0.1].map((ratio) => {
    const cells = found.filter(({ slowedRatio }) => slowedRatio === ratio);
    const count = cells.filter(({ verdict }) => verdict === 'regressed').length;
    return `+${percent(ratio, 0)} found in ${count} of ${cells.length}`;
  });
  const head = ['really slower', 'gates', 'regressed', 'inconclusive', 'within', 'head over base', 'pairs'];
  return { text: [drawTable(head, rows), `${total.join(', ')}.`].join('\n'), json: found };
}

/** A quarter that happens, in all of four cells: seconds until each is named. */
export async function namedPart({ long, write }: StudyOptions) {
  const seconds: number[] = [];
  let cellCount = 0;
  for (let turn = 0; turn < (long ? 4 : 2); turn++) {
    const cells = await runSlowed(fourCells(), 0.25, SEED + 100 + turn);
    cellCount += cells.length;
    const named = cells.flatMap(({ namedAfterMs }) => (namedAfterMs === null ? [] : [namedAfterMs / 1_000]));
    seconds.push(...named);
    write(
      `+25 %: ${named.length} of ${cells.length} named, seconds: ${named.map((each) => each.toFixed(1)).join(', ')}`,
    );
  }
  const soon = seconds.filter((each) => each <= 10).length;
  const text =
    `+25 % in each of 4 cells: named in ${seconds.length} of ${cellCount}, ${soon} of them within 10 s; in the middle after ` +
    `${seconds.length === 0 ? '–' : median(seconds).toFixed(1)} s, at most ${seconds.length === 0 ? '–' : Math.max(...seconds).toFixed(1)} s.`;
  return { text, json: { cellCount, seconds } };
}
