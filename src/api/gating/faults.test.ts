import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseGateDocument } from '../../document/gate/parse.ts';
import type { GateDocument } from '../../model/document/gate-document.ts';
import { buildGateComparison } from '../../report/gate/build-gate-comparison.ts';
import { gateDocumentOf, type SelfTestWords } from '../../report/testing/gate-document-builder.ts';
import * as outcome from '../outcome.ts';
import { seedFaults, withFaults } from './faults.ts';

// As they are; one of them is replaced by a broken one in some tests.
vi.mock('../outcome.ts', { spy: true });
vi.mock('../../document/gate/parse.ts', { spy: true });
afterEach(() => void vi.resetAllMocks());

const none = { faultCount: 0, missed: [] };
const documentOf = (selfTest: SelfTestWords = {}): GateDocument =>
  gateDocumentOf({ cells: [{ strategyId: 'sequential' }], selfTest: { faults: none, ...selfTest } });
const sound = documentOf();

describe('the faults seeded into what a gate measured of itself', () => {
  it('are many, and none of them goes unnoticed', () => {
    const { faultCount, missed } = seedFaults(sound);
    expect(missed).toEqual([]);
    expect(faultCount).toBeGreaterThanOrEqual(20);
  });

  it('are noticed whatever the gate itself found', () => {
    const failure = { code: 'TASK_THREW', message: '' };
    const document = gateDocumentOf({
      cells: [{ ratio: 1.3 }, { strategyId: 'pool', head: { failure } }],
      gaps: [{ scenarioId: 'x', file: null, news: 'broken', reason: '' }],
      selfTest: { faults: none },
    });
    expect(seedFaults(document).missed).toEqual([]);
  });

  it('become part of the document, and change nothing else', () => {
    const { selfTest, ...rest } = withFaults(sound);
    expect({ ...rest, selfTest: sound.selfTest }).toEqual(sound);
    expect(selfTest).toEqual({ ...sound.selfTest, faults: seedFaults(sound) });
    expect(buildGateComparison(withFaults(sound)).selfTest?.passed).toBe(true);
  });

  it('are none of a gate that was interrupted: what it has is not refused, only not finished', () => {
    const { selfTest } = documentOf({ slowed: { ratio: 1.1, mostPairs: 3 } });
    expect(seedFaults({ ...sound, selfTest, complete: false })).toEqual(none);
  });

  it('are none without a self-test', () => {
    const document = gateDocumentOf({ cells: [{}] });
    expect(seedFaults(document)).toEqual(none);
    expect(withFaults(document)).toBe(document);
  });
});

describe('a chain that is broken', () => {
  it('names all that passes where the exit code is always 0', () => {
    vi.mocked(outcome.outcomeOfComparison).mockReturnValue(0);
    const { faultCount, missed } = seedFaults(sound);
    expect(missed).toContain('exit code swallowed');
    expect(missed).toContain('swapped arms');
    expect(missed).toContain('slow-down not injected');
    // What is no gate's document is still refused as such.
    expect(missed).not.toContain('truncated document');
    expect(missed.length).toBeLessThan(faultCount);
    expect(buildGateComparison(withFaults(sound)).selfTest?.passed).toBe(false);
  });

  it('names the alarm where the exit code is always 1', () => {
    vi.mocked(outcome.outcomeOfComparison).mockReturnValue(1);
    expect(seedFaults(sound).missed).toEqual(['nothing: undamaged numbers are refused']);
  });

  it('names what only the reading would have refused, where that takes anything', () => {
    vi.mocked(parseGateDocument).mockImplementation((text) => JSON.parse(text));
    const { missed } = seedFaults(sound);
    expect(missed).toContain('self-test left out');
    expect(missed).toContain('document of a newer version');
    expect(missed).not.toContain('swapped arms');
  });

  it('names what was not noticed of a cell that was to be slowed and is not', () => {
    const { missed } = seedFaults(documentOf({ slowed: { ratio: 1 } }));
    expect(missed).toContain('exit code swallowed');
    expect(missed).toContain('nothing: undamaged numbers are refused');
  });

  it('names the alarm where what was measured cannot be read', () => {
    const { missed } = seedFaults(documentOf({ identical: { pair: { headMs: Array(5).fill(Number.NaN) } } }));
    expect(missed).toContain('exit code swallowed');
    expect(missed).toContain('nothing: undamaged numbers are refused');
  });

  it('names the alarm where equal code is called slower', () => {
    expect(seedFaults(documentOf({ identical: { ratio: 1.12 } })).missed).toContain(
      'nothing: undamaged numbers are refused',
    );
  });
});
