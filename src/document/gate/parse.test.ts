import { describe, expect, it } from 'vitest';
import type { GateCell, GateDocument, GatePair } from '../../model/document/gate-document.ts';
import { gateDocumentOf } from '../../report/testing/gate-document-builder.ts';
import { parseDocument } from '../parse.ts';
import { smallDocument } from '../testing/small-document.ts';
import { gateDocumentText, isGate, parseGateDocument } from './parse.ts';
import { GATE_SCHEMA_VERSION } from './version.ts';

const whole = gateDocumentOf({
  cells: [{ ratio: 1.12 }, { strategyId: 'pool', head: { failure: { code: 'TASK_THREW', message: 'why' } } }],
  gaps: [{ scenarioId: 'new', file: 'bench/new.ts', news: 'added', reason: 'only in head' }],
  selfTest: {},
});

const parsed = (value: unknown) => parseGateDocument(JSON.stringify(value), 'gate.json');
const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

/** The document with the first pair of its first cell changed. */
function withPair(change: (pair: GatePair) => unknown): GateDocument {
  return withCell((cell) => ({ ...cell, pairs: cell.pairs.map((pair, n) => (n === 0 ? change(pair) : pair)) }));
}

function withCell(change: (cell: GateCell) => unknown): GateDocument {
  return { ...whole, cells: whole.cells.map((cell, n) => (n === 0 ? change(cell) : cell)) as GateCell[] };
}

const withHeadTime = (ms: unknown) => withPair((pair) => ({ ...pair, headMs: [ms, ...pair.headMs.slice(1)] }));

describe('a saved gate', () => {
  it('comes back as it was', () => {
    expect(parseGateDocument(gateDocumentText(whole), 'gate.json')).toEqual(whole);
    expect(gateDocumentText(whole)).toMatch(/\}\n$/);
  });

  it('may be without cells, without a self-test that was not asked for, and with cells that were not reached', () => {
    for (const document of [
      gateDocumentOf({ cells: [] }),
      gateDocumentOf({ cells: [{}] }),
      gateDocumentOf({ cells: [{ mostPairs: 0 }], complete: false }),
    ]) {
      expect(parsed(document)).toEqual(document);
    }
  });

  it.each([
    ['lost a cell', { ...whole, cells: whole.cells.slice(1) }, /`cells`: expected the 2 cells that were planned/],
    ['has a cell too many', { ...whole, cellCount: 1 }, /`cells`: expected the 1 cells that were planned/],
    [
      'has more rounds of head',
      withPair((pair) => ({ ...pair, headMs: [...pair.headMs, 1] })),
      /pairs\[0\]\.headMs`: expected as many rounds/,
    ],
    [
      'has fewer rounds of base',
      withPair((pair) => ({ ...pair, baseMs: pair.baseMs.slice(1) })),
      /expected as many rounds/,
    ],
    ['lost an order', withPair((pair) => ({ ...pair, headFirst: pair.headFirst.slice(1) })), /expected as many rounds/],
    [
      'has a pair without rounds',
      withPair((pair) => ({ ...pair, baseMs: [], headMs: [], headFirst: [] })),
      /pairs\[0\]\.baseMs`/,
    ],
    ['has a time of zero', withHeadTime(0), /headMs\[0\]`/],
    ['has a negative time', withHeadTime(-1), /headMs\[0\]`/],
    ['has no number for a time', withHeadTime(Number.NaN), /headMs\[0\]`/],
    ['has an endless time', withHeadTime(Number.POSITIVE_INFINITY), /headMs\[0\]`/],
    ['has a text for a time', withHeadTime('1'), /headMs\[0\]`/],
    ['has a negative count', withPair((pair) => ({ ...pair, headFailedCount: -1 })), /headFailedCount`/],
    ['has a third stage', withPair((pair) => ({ ...pair, stage: 'again' })), /stage`/],
    ['has two cells of one key', { ...whole, cells: [whole.cells[0], whole.cells[0]] }, /`cells`: two have one key/],
    ['lost the scenario of a cell', { ...whole, scenarios: [] }, /`scenarios`: expected the scenario of every cell/],
    ['lost its self-test', { ...whole, selfTest: null }, /`selfTest`: expected the self-test that was asked for/],
    ['has no batch size', withCell((cell) => ({ ...cell, taskCount: 0 })), /taskCount`/],
    ['has a margin that cannot be', { ...whole, settings: { ...whole.settings, marginRatio: 11 } }, /marginRatio`/],
    ['has no date', { ...whole, createdAt: 'yesterday' }, /`createdAt`/],
    ['has an older format', { ...whole, schemaVersion: 0 }, /`schemaVersion`/],
    ['is of another kind', { ...whole, kind: 'run' }, /`kind`/],
    ['is that of a run', smallDocument(), /`kind`/],
    ['is a list', [], /\(top\)/],
    ['is null', null, /\(top\)/],
  ])('is refused where it %s', (_, value, message) => {
    expect(thrownBy(() => parsed(value))).toMatchObject({
      code: 'FILE_SCHEMA',
      message: expect.stringMatching(message),
      hint: 'Measure again with `overlap gate --raw FILE`.',
    });
    expect(thrownBy(() => parsed(value))).toHaveProperty('message', expect.stringMatching(/^gate\.json does not hold/));
  });

  it('needs no self-test where it was interrupted before, or nothing was measured', () => {
    expect(parsed({ ...whole, selfTest: null, complete: false }).selfTest).toBeNull();
    const cells = whole.cells.map((cell) => ({ ...cell, pairs: [] }));
    expect(parsed({ ...whole, selfTest: null, cells }).selfTest).toBeNull();
  });

  it('is refused by name wherever it is cut off', () => {
    const text = gateDocumentText(whole).trimEnd();
    for (let length = 0; length < text.length; length += 997) {
      expect(thrownBy(() => parseGateDocument(text.slice(0, length), 'cut.json'))).toMatchObject({
        code: 'FILE_NOT_JSON',
        message: expect.stringMatching(length === 0 ? /^cut\.json is empty/ : /^cut\.json is not JSON/),
      });
    }
  });

  it('of a newer version is refused as such', () => {
    const newer = { kind: 'gate', schemaVersion: GATE_SCHEMA_VERSION + 1, cells: 'of another form' };
    expect(thrownBy(() => parsed(newer))).toMatchObject({
      code: 'FILE_NEWER',
      message: `gate.json has schemaVersion ${GATE_SCHEMA_VERSION + 1}, this version reads gates up to ${GATE_SCHEMA_VERSION}`,
      hint: expect.stringMatching(/npm install overlap-bench@latest/),
    });
  });

  it('is not written where it could not be read again', () => {
    expect(thrownBy(() => gateDocumentText(withHeadTime(Number.NaN)))).toMatchObject({
      code: 'DOCUMENT_INVALID',
      message: expect.stringMatching(/^the gate is not saved, .*headMs\[0\]`/),
      hint: expect.stringMatching(/replaces clocks or counters/),
    });
  });

  it('is told from anything else, and is no result of a run', () => {
    expect([whole, { kind: 'gate' }, smallDocument(), null, 'gate', { kind: 'run' }].map(isGate)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
    expect(thrownBy(() => parseDocument(gateDocumentText(whole), 'gate.json'))).toMatchObject({
      code: 'FILE_SCHEMA',
      message: 'gate.json holds the numbers of a gate, expected those of a run',
      hint: expect.stringMatching(/`overlap show` prints a gate again/),
    });
  });
});
