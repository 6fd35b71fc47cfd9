import { describe, expect, it } from 'vitest';
import { describeProgress, openProgressLine } from './progress.ts';
import type { Shell } from './shell.ts';

const state = { scenarioId: 'a', scenarioIndex: 1, scenarioCount: 6, round: 11, roundCount: 40 };

describe('the progress line', () => {
  it('tells scenario, round and time left', () => {
    expect(describeProgress({ ...state, phase: 'measuring', remainingMs: 34_200 })).toBe(
      '[2/6] a: round 12 of 40, about 35 s left',
    );
  });

  it('claims no time while there is nothing to tell it from', () => {
    expect(describeProgress({ ...state, phase: 'warming up', remainingMs: null })).toBe('[2/6] a: warming up');
  });

  function drawn(columns: number | undefined, env: Shell['env'] = {}): string[] {
    const written: string[] = [];
    const stream = { isTTY: columns !== undefined, columns, write: (text: string) => void written.push(text) };
    const line = openProgressLine({ stdout: stream, stderr: stream, env, interrupted: () => AbortSignal.abort() });
    line.update({ ...state, phase: 'measuring', remainingMs: 1 });
    line.clear();
    return written;
  }

  it.each([
    ['there is no terminal', undefined, {}],
    ['the terminal cannot wipe a line', 80, { TERM: 'dumb' }],
    ['nobody watches', 80, { CI: 'true' }],
  ])('writes nothing where %s', (_, columns, env) => {
    expect(drawn(columns, env)).toEqual([]);
  });

  it('never fills the last column of a terminal, and wipes itself', () => {
    expect(drawn(20, { CI: 'false' })).toEqual(['\r\u001b[2K[2/6] a: round 12 o', '\r\u001b[2K']);
  });
});
