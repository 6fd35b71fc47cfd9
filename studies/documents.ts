// Hostile documents through the whole way from a file to a page: whatever a file holds, it is shown or refused by name.
// Ends with exit code 1 where one did neither.

import { parseDocument } from '../src/document/parse.ts';
import { FAULTS, type Fault } from './documents/faults.ts';
import { KINDS, type Mutant, mutantOf } from './documents/mutants.ts';
import { originals } from './documents/originals.ts';
import { processFaults } from './documents/processes.ts';
import { type Outcome, tryMutant } from './documents/trial.ts';
import type { Study } from './study.ts';
import { drawTable } from './table.ts';

const SEED = 20_261_124;
const MUTANT_COUNT = 690;
const LONG_FACTOR = 10;
const SCENARIO_COUNT = 2;
const LONGEST_CPU_MS = 5_000;
/** Every so many of them is also given to the program itself. */
const PROCESS_EVERY = 35;
const MOST_EXAMPLES = 20;

interface Tried extends Outcome {
  readonly mutant: Omit<Mutant, 'text' | 'original'>;
}

export const study: Study = {
  id: 'documents',
  question: 'Is every document, however broken, shown or refused by name?',
  async run({ long, write }) {
    const all = await originals(SCENARIO_COUNT);
    const bases = new Map(all.map(({ name, text }) => [name, parseDocument(text, name)]));
    const count = MUTANT_COUNT * (long ? LONG_FACTOR : 1);
    const tried: Tried[] = [];
    let processCount = 0;
    for (let index = 0; index < count; index++) {
      const { text, original, ...mutant } = mutantOf(all, SEED, index);
      const base = bases.get(original.name);
      if (base === undefined) throw new Error(`no original ${original.name}`);
      const outcome = tryMutant({ text }, base);
      const faults = [...outcome.faults];
      if (outcome.longestCpuMs > LONGEST_CPU_MS) {
        faults.push({ kind: 'too long', detail: `${outcome.longestCpuMs.toFixed(0)} ms` });
      }
      if (index % PROCESS_EVERY === 0) {
        faults.push(...(await processFaults(text, outcome.state)));
        processCount++;
      }
      tried.push({ ...outcome, faults, mutant });
      if (index % 100 === 99) write(`${index + 1} of ${count}`);
    }
    return resultOf(tried, processCount);
  },
};

function resultOf(tried: readonly Tried[], processCount: number) {
  const bad = tried.filter(({ faults }) => faults.length > 0);
  const longest = tried.reduce((most, one) => (one.longestCpuMs > most.longestCpuMs ? one : most));
  const kinds = [...KINDS.keys()].map((kind) => ({
    kind,
    ...countsOf(tried.filter(({ mutant }) => mutant.kind === kind)),
  }));
  const all = { kind: 'all', ...countsOf(tried) };
  const rows = [...kinds, all].map(({ kind, count, shown, refused, faults }) =>
    [kind, count, shown, refused, ...FAULTS.map((fault) => faults[fault])].map(String),
  );
  const text = [
    drawTable(
      ['first change', 'documents', 'shown', 'refused', ...FAULTS.map((fault) => fault.replace(' ', '\n'))],
      rows,
    ),
    `Seed ${SEED}, one to three changes each; every one shown in all formats and compared with its original. ${processCount} of`,
    'them were also given to the program itself. Too long: more than 5 s of CPU time for one command; the longest took',
    `${(longest.longestCpuMs / 1000).toFixed(1)} s (${longest.mutant.changes.join(', ')}).`,
    ...bad.slice(0, MOST_EXAMPLES).flatMap(describe),
  ].join('\n');
  const json = { seed: SEED, processCount, longestCpuMs: longest.longestCpuMs, kinds, all, bad: bad.map(plain) };
  return { text, json, failed: bad.length > 0 };
}

function countsOf(tried: readonly Tried[]) {
  const of = (kind: Fault['kind']) => tried.filter(({ faults }) => faults.some((fault) => fault.kind === kind)).length;
  return {
    count: tried.length,
    shown: tried.filter(({ state }) => state === 'shown').length,
    refused: tried.filter(({ state }) => state === 'refused').length,
    faults: Object.fromEntries(FAULTS.map((kind) => [kind, of(kind)])) as Record<Fault['kind'], number>,
  };
}

function plain({ mutant, faults }: Tried) {
  return { ...mutant, faults };
}

function describe({ mutant, faults }: Tried): string[] {
  const details = faults.slice(0, 3).map(({ kind, detail }) => `  ${kind}: ${detail}`);
  return [`Document ${mutant.index} (${mutant.changes.join(', ')}):`, ...details];
}
