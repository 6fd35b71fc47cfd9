// Does the gate keep its promises on a noisy machine, and what would the usual rules have said of the same samples? Pairs of
// identical code are measured as the gate measures them and comparisons drawn from them; and gates are run.

import { bankPart } from './gate/bank/bank-part.ts';
import { cleanPart, namedPart, slowedPart } from './gate/runs/run-part.ts';
import { tailsPart } from './gate/tails-part.ts';
import { warmupPart } from './gate/warmup-part.ts';
import type { Study, StudyOptions, StudyPart } from './study.ts';

interface Part extends StudyPart {
  run(options: StudyOptions): Promise<{ readonly text: string; readonly json: unknown }>;
}

const PARTS: readonly Part[] = [
  {
    name: 'bank',
    does: 'rates on pairs measured alone (4 min; long 8 min); --document FILE draws from kept ones',
    run: (options) => bankPart(options, false),
  },
  {
    name: 'beside',
    does: 'the same beside a busy program (4 min)',
    run: (options) => bankPart(options, true),
  },
  { name: 'tails', does: 'the rule on made noise of known shape (20 s; long 3 min)', run: tailsPart },
  { name: 'warmup', does: 'whether a longer warm-up is worth its time (1 min; long 2 min)', run: warmupPart },
  { name: 'clean', does: 'gates over identical code: seconds (7 min; long 6 min)', run: cleanPart },
  { name: 'slowed', does: '5 and 10 % that really happen (3 min; long 6 min)', run: slowedPart },
  { name: 'named', does: 'seconds until 25 % is named (1 min; long 2 min)', run: namedPart },
];

export const study: Study = {
  id: 'gate',
  question: 'Does the gate keep its promises, and what do the usual rules say of the same samples?',
  parts: PARTS,
  keepsBoth: true,
  async run(options) {
    const { only } = options;
    const unknown = only?.find((name) => !PARTS.some((part) => part.name === name));
    if (unknown !== undefined) {
      throw new Error(`no part '${unknown}', expected some of: ${PARTS.map(({ name }) => name).join(', ')}`);
    }
    const told: Record<string, { readonly text: string; readonly json: unknown }> = {};
    for (const part of PARTS) {
      if (only === undefined || only.includes(part.name)) told[part.name] = await part.run(options);
    }
    return {
      text: Object.values(told)
        .map(({ text }) => text)
        .join('\n\n'),
      json: Object.fromEntries(Object.entries(told).map(([name, { json }]) => [name, json])),
    };
  },
};
