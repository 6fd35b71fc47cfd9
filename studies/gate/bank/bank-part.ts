// A bank, and what the gate and the usual rules make of comparisons drawn from it.

import type { StudyOptions } from '../../study.ts';
import { besideBusy } from '../beside.ts';
import { MOST_PAIRS } from '../drawn/draw.ts';
import { gateRates, NAMING_CELL_COUNT, SLOWED_RATIOS } from '../drawn/gate-rates.ts';
import { rateSentences, ruleTable } from '../drawn/rule-table.ts';
import { BANK_WORKS } from '../works.ts';
import { type BankCell, keepBank, measureBank, readBank } from './bank.ts';
import { noiseTables } from './noise-table.ts';
import { effectsOf, noiseOf } from './pair-noise.ts';
import { usualRates } from './usual-rules.ts';

const SEED = 20_271;
/** Comparisons drawn for each figure: what they are drawn from says more than how often. */
const DRAWN_COUNT = 1_000;
/** A neighbour that nobody ends goes on for so much longer than the bank should take. */
const SPARE_MS = 120_000;

/** Measures (or reads) a bank, alone or beside a program that computes without end. */
export async function bankPart(options: StudyOptions, beside: boolean) {
  const { write, documentPath } = options;
  const where = beside ? 'beside a program that computes without end' : 'alone';
  write(documentPath ?? `pairs of identical code, ${where}, for ${limitOf(options, beside) / 60_000} minutes`);
  const cells = documentPath === undefined ? await freshBank(options, beside) : await readBank(documentPath);
  return toldOf(cells, documentPath === undefined ? `measured ${where}` : `from ${documentPath}`);
}

/** More depends on the rates alone than on those beside a neighbour. */
function limitOf({ long }: StudyOptions, beside: boolean): number {
  return (long && !beside ? 8 : 4) * 60_000;
}

async function freshBank(options: StudyOptions, beside: boolean): Promise<BankCell[]> {
  const limitMs = limitOf(options, beside);
  const path = `results/gate-${beside ? 'beside' : 'bank'}-pairs.json`;
  const onGrown = async (grown: readonly BankCell[], spentMs: number) => {
    options.write(`${grown[0]?.pairs.length} pairs of each cell in ${(spentMs / 1_000).toFixed(0)} s`);
    await keepBank(path, grown);
  };
  const measure = () => measureBank(BANK_WORKS, { limitMs, seed: SEED, onGrown });
  const cells = await (beside ? besideBusy(limitMs + SPARE_MS, measure) : measure());
  await keepBank(path, cells);
  return cells;
}

function toldOf(cells: readonly BankCell[], where: string) {
  const noises = cells.map(noiseOf);
  const pairs = cells.map(effectsOf);
  const fewest = Math.min(...pairs.map(({ length }) => length));
  const noise = [`Pairs of identical code, ${where}:`, noiseTables(noises)];
  if (fewest < MOST_PAIRS) {
    const few = `Only ${fewest} pairs of a cell: no comparison of ${MOST_PAIRS} can be drawn.`;
    return { text: [...noise, few].join('\n'), json: { noises, effects: pairs } };
  }
  const gate = gateRates(pairs, DRAWN_COUNT, SEED);
  const usual = usualRates(cells, SLOWED_RATIOS, SEED);
  const pairSeconds = noises.map(
    ({ startSeconds, warmSeconds, roundsSeconds }) => startSeconds + warmSeconds + roundsSeconds,
  );
  const epochSeconds = (pairSeconds.reduce((sum, each) => sum + each, 0) / pairSeconds.length) * NAMING_CELL_COUNT;
  const text = [...noise, ruleTable(gate, usual), ...rateSentences(gate, pairs, epochSeconds)].join('\n');
  return { text, json: { noises, gate, usual, epochSeconds, effects: pairs } };
}
