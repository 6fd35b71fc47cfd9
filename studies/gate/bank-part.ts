// A bank, and what the gate and the usual rules make of comparisons drawn from it.

import type { StudyOptions } from '../study.ts';
import { drawTable, percent, upperLimit } from '../table.ts';
import { type BankCell, keepBank, measureBank, readBank } from './bank.ts';
import { besideBusy } from './beside.ts';
import { MOST_PAIRS } from './draw.ts';
import { noiseTable } from './noise-table.ts';
import { effectsOf, noiseOf } from './pair-noise.ts';
import { type Drawing, disjointAlarms, limitLeavingOut, type Pairs, ratesAlone, ratesTogether } from './rates.ts';
import { usualRates } from './usual-rules.ts';
import { BANK_WORKS, MARGIN_RATIO } from './works.ts';

const SEED = 20_271;
const FAMILY_COUNT = 12;
const SLOWED_RATIOS = [0.05, 0.1];
const NAMED_RATIO = 0.25;
const NAMING_CELL_COUNT = 4;

/** Measures (or reads) a bank, alone or beside a program that computes without end. */
export async function bankPart({ long, write, documentPath }: StudyOptions, beside: boolean) {
  const limitMs = (long ? 25 : 4) * 60_000;
  const measure = () => measureBank(BANK_WORKS, { limitMs, seed: SEED, write });
  const name = beside ? 'beside' : 'bank';
  write(documentPath ?? `${name}: pairs of identical code for ${limitMs / 60_000} minutes`);
  const cells =
    documentPath !== undefined
      ? await readBank(documentPath)
      : await (beside ? besideBusy(limitMs + 120_000, measure) : measure());
  const path = `results/gate-${name}-pairs.json`;
  if (documentPath === undefined) await keepBank(path, cells);
  return toldOf(cells, long, beside ? 'beside a program that computes without end' : 'alone');
}

function toldOf(cells: readonly BankCell[], long: boolean, where: string) {
  const noises = cells.map(noiseOf);
  const pairs = cells.map(effectsOf);
  const fewest = Math.min(...pairs.map(({ length }) => length));
  const noise = [`Pairs of identical code, measured ${where}:`, noiseTable(noises)];
  if (fewest < MOST_PAIRS) {
    const few = `Only ${fewest} pairs of a cell: no comparison of ${MOST_PAIRS} can be drawn.`;
    return { text: [...noise, few].join('\n'), json: { noises, effects: pairs } };
  }
  const gate = gateRates(pairs, long ? 4_000 : 1_000);
  const usual = usualRates(cells, SLOWED_RATIOS, SEED);
  const pairSeconds = noises.map(
    ({ startSeconds, warmSeconds, roundsSeconds }) => startSeconds + warmSeconds + roundsSeconds,
  );
  const epochSeconds = (pairSeconds.reduce((sum, each) => sum + each, 0) / pairSeconds.length) * NAMING_CELL_COUNT;
  const text = [...noise, ruleTable(gate, usual), ...sentences(gate, pairs, epochSeconds)].join('\n');
  return { text, json: { noises, gate, usual, epochSeconds, effects: pairs } };
}

type GateRates = ReturnType<typeof gateRates>;

function gateRates(pairs: Pairs, trialCount: number) {
  const base = { order: 'shuffled', slowedRatio: 0, trialCount, seed: SEED, marginRatio: MARGIN_RATIO } as const;
  const alarmedIn = (drawing: Drawing) => (cells: Pairs) => {
    const { regressedRatio, improvedRatio } = ratesAlone(cells, drawing);
    return regressedRatio + improvedRatio;
  };
  const together = (slowedRatio: number) => ratesTogether(pairs, FAMILY_COUNT, { ...base, slowedRatio });
  return {
    clean: ratesAlone(pairs, base),
    alarmLimitRatio: limitLeavingOut(pairs, alarmedIn(base)),
    inARow: ratesAlone(pairs, { ...base, order: 'in a row' }),
    disjoint: disjointAlarms(pairs, MARGIN_RATIO),
    found: SLOWED_RATIOS.map((slowedRatio) => ratesAlone(pairs, { ...base, slowedRatio })),
    foundByCell: SLOWED_RATIOS.map((slowedRatio) =>
      pairs.map((cell) => ratesAlone([cell], { ...base, slowedRatio }).regressedRatio),
    ),
    cleanTogether: together(0),
    foundTogether: SLOWED_RATIOS.map(together),
    named: ratesAlone(pairs, { ...base, slowedRatio: NAMED_RATIO }),
  };
}

function ruleTable(gate: GateRates, usual: ReturnType<typeof usualRates>): string {
  const rows = [
    [
      'gate, one cell',
      percent(gate.clean.regressedRatio, 2),
      percent(gate.clean.regressedRatio + gate.clean.improvedRatio, 2),
      ...gate.found.map(({ regressedRatio }) => percent(regressedRatio)),
      `${gate.clean.trialCount}`,
    ],
    [
      'gate, its worst cell',
      '',
      '',
      ...gate.foundByCell.map((ratios) => percent(Math.min(...ratios))),
      `${gate.clean.trialCount / (gate.foundByCell[0]?.length ?? 1)}`,
    ],
    [
      `gate, ${FAMILY_COUNT} cells`,
      percent(gate.cleanTogether.slowerRatio, 2),
      percent(gate.cleanTogether.alarmedRatio, 2),
      ...gate.foundTogether.map(({ foundRatio }) => percent(foundRatio)),
      `${gate.clean.trialCount / (gate.foundByCell[0]?.length ?? 1)}`,
    ],
    ...usual.map(({ ruleId, standsFor, slowerRatio, alarmedRatio, foundRatios, trialCount }) => [
      `${ruleId} (${standsFor.split(',')[0]})`,
      percent(slowerRatio),
      percent(alarmedRatio),
      ...foundRatios.map((ratio) => percent(ratio)),
      `${trialCount}`,
    ]),
  ];
  const slower = SLOWED_RATIOS.map((ratio) => `+${percent(ratio, 0)}\nfound`);
  return drawTable(['rule', 'false:\nslower', 'either\nway', ...slower, 'drawn'], rows);
}

function sentences(gate: GateRates, pairs: Pairs, epochSeconds: number): string[] {
  const { clean, alarmLimitRatio, inARow, disjoint, named } = gate;
  const total = pairs.reduce((sum, { length }) => sum + length, 0);
  const aloneRatio = disjoint.alarmCount / disjoint.trialCount;
  const at = (share: number) => named.namedAfterCounts[Math.ceil(share * named.namedAfterCounts.length) - 1];
  const seconds = (count: number | undefined) => (count === undefined ? '–' : (count * epochSeconds).toFixed(1));
  return [
    `All is drawn from ${total} pairs of ${pairs.length} cells: some ${Math.floor(total / clean.meanPairCount)} comparisons could be had that share none. The rate for one cell is at most`,
    `${percent(alarmLimitRatio, 2)} (95 %, from leaving out a tenth of the time in turn). Of ${disjoint.trialCount} comparisons of pairs as they came, that share`,
    `none, ${disjoint.alarmCount} were alarms (at most ${percent(upperLimit(aloneRatio, disjoint.trialCount), 1)}); of those drawn in a row ${percent(inARow.regressedRatio + inARow.improvedRatio, 2)}. Cells that are`,
    `the same: ${percent(clean.withinRatio)} within ${percent(MARGIN_RATIO, 0)}, after ${clean.meanPairCount.toFixed(1)} pairs on average. +${percent(NAMED_RATIO, 0)} was named in ${percent(named.namedRatio)} of comparisons, half`,
    `of them after ${at(0.5) ?? '–'} pairs and nine in ten after ${at(0.9) ?? '–'}: ${seconds(at(0.5))} s and ${seconds(at(0.9))} s where a sweep over ${NAMING_CELL_COUNT} cells takes ${epochSeconds.toFixed(1)} s.`,
    'Usual rules: every comparison that begins at some pair, base’s samples before head’s; theirs overlap.',
  ];
}
