import { describe, expect, it } from 'vitest';
import { describeProgress, openProgressLine } from './progress.ts';

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

  it('writes nothing where there is no terminal', () => {
    const written: string[] = [];
    const pipe = { isTTY: false, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    const line = openProgressLine(pipe);
    line.update({ ...state, phase: 'measuring', remainingMs: 1 });
    line.clear();
    expect(written).toEqual([]);
  });

  it('never fills the last column of a terminal, and wipes itself', () => {
    const written: string[] = [];
    const narrow = { isTTY: true, columns: 20, write: (text: string) => written.push(text) };
    const line = openProgressLine(narrow as unknown as NodeJS.WriteStream);
    line.update({ ...state, phase: 'measuring', remainingMs: 1 });
    line.clear();
    expect(written).toEqual(['\r\u001b[2K[2/6] a: round 12 o', '\r\u001b[2K']);
  });
});
