// Does the gate neither cry wolf nor sleep? Pairs of processes of identical code are banked; comparisons are drawn from them,
// as they are and with a change put in, and judged by the gate's rule and by those that people use. Then real gates: how long
// equal code takes, whether a change that is there is found, and when a large one is named.

import { seededRandom } from '../src/model/seeded-random.ts';
import type { PairEffect } from '../src/stats/decisions/two-stage.ts';
import { mean, sampleVariance } from '../src/stats/moments.ts';
import { median } from '../src/stats/quantile.ts';
import { type Banked, bankPairs } from './gate/bank.ts';
import { FOUR_CELLS, studiedScenarios, TWELVE_CELLS } from './gate/cells.ts';
import { cleanGate, slowedGate } from './gate/real-gates.ts';
import { blockedCall, effectsOf, gateTrial, verdictsOf } from './gate/trials.ts';
import { asv } from './rules/asv.ts';
import { mannWhitney } from './rules/mann-whitney.ts';
import { meanTenPercent } from './rules/mean-ten-percent.ts';
import type { Rule } from './rules/rule.ts';
import { welchBlocked } from './rules/welch.ts';
import type { Study } from './study.ts';
import { drawTable, percent, upperLimit } from './table.ts';

/** Parts by name; all run where none is named. */
const PARTS = ['alone', 'beside', 'real'] as const;
const USUAL: readonly Rule[] = [meanTenPercent, welchBlocked, mannWhitney(20), asv];
const FACTORS = [1, 1.05, 1.1, 1.25];
const TRIAL_COUNT = 2_000;
const FAMILY_COUNT = 1_000;
const FAMILY_SIZE = 12;

function bankTable(bank: readonly Banked[]): string {
  const sd = (pairs: readonly PairEffect[]) =>
    pairs.length < 2 ? Number.NaN : Math.sqrt(sampleVariance(pairs.map(({ logRatio }) => logRatio)));
  return drawTable(
    ['cell', 'pairs', 'batch ms', 'rounds', 'a pair costs s', 'pairs differ by (sd)', 'with half the rounds'],
    bank.map((banked) => [
      banked.name,
      String(banked.pairs.length),
      median(banked.pairs.flatMap(({ baseMs }) => baseMs)).toFixed(1),
      mean(banked.pairs.map(({ baseMs }) => baseMs.length)).toFixed(0),
      (banked.pairMs / 1000).toFixed(2),
      percent(sd(effectsOf(banked))),
      percent(sd(effectsOf(banked, 0.5))),
    ]),
  );
}

interface Rates {
  readonly name: string;
  readonly regressed: readonly number[];
  readonly improved: number;
  readonly withinMargin: number;
  readonly meanPairs: number;
  readonly namedAtPair: number | null;
}

function ratesOf(banked: Banked): Rates {
  const random = seededRandom(11);
  const effects = effectsOf(banked);
  const byFactor = FACTORS.map((factor) =>
    Array.from({ length: TRIAL_COUNT }, () => gateTrial(effects, factor, random)),
  );
  const verdicts = byFactor.map((trials) => trials.map((trial) => verdictsOf([trial])[0]));
  const share = (words: readonly (string | undefined)[], word: string) =>
    words.filter((each) => each === word).length / words.length;
  const [equal = []] = verdicts;
  const named = (byFactor.at(-1) ?? []).flatMap(({ namedAtPair }) => namedAtPair ?? []);
  return {
    name: banked.name,
    regressed: verdicts.map((words) => share(words, 'regressed')),
    improved: share(equal, 'improved'),
    withinMargin: share(equal, 'within margin'),
    meanPairs: mean((byFactor[0] ?? []).map(({ pairCount }) => pairCount)),
    namedAtPair: named.length === 0 ? null : median(named),
  };
}

function ratesTable(rates: readonly Rates[]): string {
  return drawTable(
    [
      'cell',
      'equal, called changed',
      '+5 % found',
      '+10 %',
      '+25 %',
      'equal: within margin',
      'pairs',
      '+25 % named at pair',
    ],
    rates.map((one) => [
      one.name,
      `${percent(one.regressed[0] ?? 0, 2)} (< ${percent(upperLimit(one.regressed[0] ?? 0, TRIAL_COUNT), 2)})`,
      percent(one.improved, 2),
      ...one.regressed.slice(1).map((share) => percent(share)),
      percent(one.withinMargin, 0),
      one.meanPairs.toFixed(1),
      String(one.namedAtPair ?? '–'),
    ]),
  );
}

/** How often a gate of twelve cells of equal code fails. */
function familyRate(bank: readonly Banked[]): number {
  const random = seededRandom(13);
  const effects = bank.map((banked) => effectsOf(banked));
  const alarmed = Array.from({ length: FAMILY_COUNT }, () => {
    const trials = Array.from({ length: FAMILY_SIZE }, (_, cell) =>
      gateTrial(effects[cell % effects.length] ?? [], 1, random),
    );
    return verdictsOf(trials).includes('regressed');
  });
  return alarmed.filter(Boolean).length / FAMILY_COUNT;
}

function usualTable(bank: readonly Banked[]): string {
  const random = seededRandom(17);
  return drawTable(
    ['rule, as people run it', 'equal, called changed', '+5 % found', '+10 % found'],
    USUAL.map((rule) => [
      `${rule.id} (${rule.standsFor})`,
      ...FACTORS.slice(0, 3).map((factor) => {
        const calls = bank.flatMap(({ pairs }) =>
          Array.from({ length: TRIAL_COUNT / 4 }, () => blockedCall(rule, pairs, factor, random)),
        );
        const told = calls.filter((call) => call !== undefined && (factor === 1 ? call !== null : call === 'slower'));
        return percent(told.length / calls.length);
      }),
    ]),
  );
}

function bankReport(title: string, bank: readonly Banked[]) {
  const rates = bank.map(ratesOf);
  const family = familyRate(bank);
  const fewest = Math.min(...bank.map(({ pairs }) => pairs.length));
  const text = [
    `${title}: ${fewest} pairs of each cell; ${TRIAL_COUNT} comparisons a cell drawn from them, so that no rate is surer than so many pairs make it.`,
    bankTable(bank),
    ratesTable(rates),
    `A gate of twelve equal cells fails in ${percent(family, 2)} of ${FAMILY_COUNT}, so at most ${percent(upperLimit(family, FAMILY_COUNT), 2)}.`,
    'The same samples, all of base before all of head:',
    usualTable(bank),
  ].join('\n');
  return {
    text,
    json: {
      title,
      rates,
      family,
      cells: bank.map(({ name, pairMs, pairs }) => ({ name, pairMs, pairCount: pairs.length })),
    },
  };
}

async function realReport(times: number, write: (line: string) => void) {
  const scenarios = await studiedScenarios();
  const rows: string[][] = [];
  const json: unknown[] = [];
  for (const [name, cells] of [
    ['4 equal cells', FOUR_CELLS],
    ['12 equal cells', TWELVE_CELLS],
  ] as const) {
    for (let time = 0; time < times; time++) {
      const gate = await cleanGate(scenarios, cells, 100 + time);
      const changed = gate.verdicts.filter((verdict) => verdict === 'regressed' || verdict === 'improved').length;
      const within = gate.verdicts.filter((verdict) => verdict === 'within margin').length;
      rows.push([name, (gate.elapsedMs / 1000).toFixed(1), `${changed} changed, ${within} within margin`, '–', '–']);
      json.push({ name, ...gate });
      write(`${name}: ${(gate.elapsedMs / 1000).toFixed(1)} s`);
    }
  }
  for (const slowedRatio of [0.05, 0.1, 0.25]) {
    for (let time = 0; time < times; time++) {
      const gate = await slowedGate(scenarios, FOUR_CELLS, slowedRatio, 200 + time);
      const found = gate.cells.filter(({ verdict }) => verdict === 'regressed').length;
      const named = gate.cells.flatMap(({ namedAtMs }) => namedAtMs ?? []);
      rows.push([
        `4 cells, +${percent(slowedRatio, 0)} put in`,
        (gate.elapsedMs / 1000).toFixed(1),
        `${found} of ${gate.cells.length} regressed`,
        gate.cells.map(({ ratio }) => ratio.toFixed(3)).join(' '),
        named.length === 0 ? '–' : named.map((ms) => (ms / 1000).toFixed(1)).join(' '),
      ]);
      json.push({ slowedRatio, ...gate });
      write(`+${percent(slowedRatio, 0)}: ${found} of ${gate.cells.length}`);
    }
  }
  return { text: drawTable(['real gate', 's', 'verdicts', 'change found', 'named after s'], rows), json };
}

export const study: Study = {
  id: 'gate',
  question:
    'How often does the gate call identical code changed, how small a change does it find, and how long does it take?',
  async run({ long, write, only = PARTS }) {
    const texts: string[] = [];
    const json: unknown[] = [];
    const isAsked = (part: (typeof PARTS)[number]) => only.includes(part);
    for (const [part, hasNeighbour, title] of [
      ['alone', false, 'Alone'],
      ['beside', true, 'Beside a process that computes without end'],
    ] as const) {
      if (!isAsked(part)) continue;
      const report = bankReport(title, await bankPairs(long ? 160 : 32, hasNeighbour, write));
      texts.push(report.text);
      json.push(report.json);
    }
    if (isAsked('real')) {
      const report = await realReport(long ? 3 : 1, write);
      texts.push(report.text);
      json.push(report.json);
    }
    return { text: texts.join('\n\n'), json };
  },
};
