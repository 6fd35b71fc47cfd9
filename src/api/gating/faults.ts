// What can go wrong between a measurement and an exit code, done on purpose to copies of a gate's own numbers. Each must
// stop the gate: a file that is refused, or an exit code that is not 0. A gate that is quiet though its data are damaged
// would be quiet about a regression, too.

import { parseGateDocument } from '../../document/gate/parse.ts';
import { GATE_SCHEMA_VERSION } from '../../document/gate/version.ts';
import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { GateCell, GateDocument, GatePair, GateSelfTest } from '../../model/document/gate-document.ts';
import { buildGateComparison } from '../../report/gate/build-gate-comparison.ts';
import { outcomeOfComparison } from '../outcome.ts';

/** What was done, and what had to be noticed and was not. */
export interface FaultsSeeded {
  readonly faultCount: number;
  readonly missed: readonly string[];
}

type Damage = (document: GateDocument) => GateDocument;
type TextDamage = (text: string) => string;

/**
 * Seeds every fault into what the gate measured of itself. What is expected of undamaged data stands among the missed, too,
 * where the chain would refuse even those. Of an interrupted gate nothing is expected.
 */
export function seedFaults(document: GateDocument): FaultsSeeded {
  const { selfTest } = document;
  if (selfTest === null || !document.complete) return { faultCount: 0, missed: [] };
  const calm = calmDocument(document, selfTest);
  const seeded = [
    ...Object.entries(DAMAGES).map(([name, damage]) => ({ name, isCaught: isStopped(() => textOf(damage(calm))) })),
    ...Object.entries(TEXT_DAMAGES).map(([name, damage]) => ({
      name,
      isCaught: isStopped(() => damage(textOf(calm))),
    })),
    { name: 'exit code swallowed', isCaught: exitsWith(EXIT.found, loudDocument(calm, selfTest)) },
  ];
  const isAlert = exitsWith(EXIT.fine, calm) ? [] : ['nothing: undamaged numbers are refused'];
  return {
    faultCount: seeded.length,
    missed: [...isAlert, ...seeded.filter(({ isCaught }) => !isCaught).map(({ name }) => name)],
  };
}

/** What the self-test measured, as if it were a gate that compared equal code: all is well. */
function calmDocument(document: GateDocument, selfTest: GateSelfTest): GateDocument {
  const faults = { faultCount: 0, missed: [] };
  return {
    ...document,
    complete: true,
    cellCount: 1,
    cells: [selfTest.identical],
    gaps: [],
    selfTest: { ...selfTest, faults },
  };
}

/** The same with a cell that did become slower. */
function loudDocument(calm: GateDocument, { slowed }: GateSelfTest): GateDocument {
  return { ...calm, cells: [slowed] };
}

function textOf(document: GateDocument): string {
  // Not checked as it is written: what was damaged must be noticed by whoever reads it.
  return JSON.stringify(document);
}

/** What a gate with these numbers would exit with. Throws what reading them throws. */
function exitOf(text: string): ExitCode {
  return outcomeOfComparison(buildGateComparison(parseGateDocument(text, 'the gate')), false);
}

/** False also where it cannot even be read. */
function exitsWith(code: ExitCode, document: GateDocument): boolean {
  try {
    return exitOf(textOf(document)) === code;
  } catch (thrown) {
    if (thrown instanceof BenchError) return false;
    throw thrown;
  }
}

function isStopped(damaged: () => string): boolean {
  try {
    return exitOf(damaged()) !== EXIT.fine;
  } catch (thrown) {
    return thrown instanceof BenchError;
  }
}

const inCells =
  (change: (cell: GateCell) => GateCell): Damage =>
  (document) => ({
    ...document,
    cells: document.cells.map(change),
    selfTest: document.selfTest && {
      ...document.selfTest,
      identical: change(document.selfTest.identical),
      slowed: change(document.selfTest.slowed),
    },
  });

const inPairs = (change: (pair: GatePair) => GatePair): Damage =>
  inCells((cell) => ({ ...cell, pairs: cell.pairs.map(change) }));

const headTimes = (change: (ms: number) => number): Damage =>
  inPairs((pair) => ({ ...pair, headMs: pair.headMs.map(change) }));

const inSelfTest =
  (change: (selfTest: GateSelfTest) => GateSelfTest): Damage =>
  (document) => ({ ...document, selfTest: document.selfTest && change(document.selfTest) });

/** What can go wrong with the numbers. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'swapped arms': inPairs((pair) => ({ ...pair, baseMs: pair.headMs, headMs: pair.baseMs })),
  'base measured twice': inPairs((pair) => ({ ...pair, headMs: pair.baseMs })),
  'head measured twice': inPairs((pair) => ({ ...pair, baseMs: pair.headMs })),
  'dropped arm': (document) => ({ ...document, cells: document.cells.slice(1) }),
  'nothing measured': (document) => ({ ...document, cells: [], cellCount: 0, selfTest: null }),
  'empty input': inPairs((pair) => ({ ...pair, baseMs: [], headMs: [], headFirst: [] })),
  'rounds of head lost': inPairs((pair) => ({ ...pair, headMs: [...pair.headMs, pair.headMs[0] ?? 1] })),
  'pairs lost': inCells((cell) => ({ ...cell, pairs: cell.pairs.slice(0, 1) })),
  'all pairs lost': inCells((cell) => ({ ...cell, pairs: [] })),
  'confirmation lost': inCells((cell) => ({
    ...cell,
    pairs: cell.pairs.filter(({ stage }) => stage === 'screen').slice(0, 7),
  })),
  NaN: headTimes(() => Number.NaN),
  'infinite time': headTimes(() => Number.POSITIVE_INFINITY),
  'time of zero': headTimes(() => 0),
  'negative time': headTimes((ms) => -ms),
  'seconds for milliseconds': headTimes((ms) => ms / 1_000),
  'clock that stands': inPairs((pair) => ({
    ...pair,
    baseMs: pair.baseMs.map(() => 1),
    headMs: pair.headMs.map(() => 1),
  })),
  'failure in head overlooked': inCells((cell) => ({
    ...cell,
    head: { ...cell.head, failure: { code: 'TASK_THREW', message: '' } },
  })),
  'outputs of head wrong': inCells((cell) => ({
    ...cell,
    head: { ...cell.head, outputDigest: `${cell.head.outputDigest}x` },
  })),
  'wrong baseline': inCells((cell) => ({
    ...cell,
    base: { ...cell.base, outputDigest: `${cell.base.outputDigest}x` },
  })),
  'slow-down not injected': inSelfTest((selfTest) => ({ ...selfTest, slowed: selfTest.identical })),
  'equal code called slower': inSelfTest((selfTest) => ({ ...selfTest, identical: selfTest.slowed })),
  'self-test left out': (document) => ({ ...document, selfTest: null }),
  'interrupted gate taken for whole': (document) => ({ ...document, complete: false }),
  'scenarios lost': (document) => ({ ...document, scenarios: [] }),
  'margin in percent taken for a share': (document) => ({
    ...document,
    settings: { ...document.settings, marginRatio: 3 },
  }),
  'document of a newer version': (document) => ({ ...document, schemaVersion: GATE_SCHEMA_VERSION + 1 }),
};

/** What can go wrong with a file. */
const TEXT_DAMAGES: Readonly<Record<string, TextDamage>> = {
  'truncated document': (text) => text.slice(0, text.length / 2),
  'empty document': () => '',
  'document that is no JSON': () => 'regressed: 0',
  'document of something else': () => '{"cells":[],"scenarios":[]}',
};

/** The document with what became of the faults; as it is where it has no self-test. */
export function withFaults(document: GateDocument): GateDocument {
  const { selfTest } = document;
  if (selfTest === null) return document;
  return { ...document, selfTest: { ...selfTest, faults: seedFaults(document) } };
}
