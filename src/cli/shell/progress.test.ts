import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../runner/plan/run-settings.ts';
import { NOBODY } from '../testing.ts';
import { describeProgress, openProgressLine } from './progress.ts';
import type { Shell } from './shell.ts';

const state = { scenarioId: 'a', scenarioIndex: 1, scenarioCount: 6, round: 11, roundCount: 40 };

describe('the progress line', () => {
  it('tells scenario, round and time left', () => {
    expect(describeProgress({ ...state, phase: 'measuring', remainingMs: 34_200 })).toBe(
      '[2/6] a: round 12 of 40, about 35 s left',
    );
  });

  it('promises no end before the next second', () => {
    expect(describeProgress({ ...state, phase: 'measuring', remainingMs: 0 })).toMatch(/, about 1 s left$/);
    expect(describeProgress({ ...state, phase: 'measuring', remainingMs: 1_001 })).toMatch(/, about 2 s left$/);
  });

  it('claims no time while there is nothing to tell it from', () => {
    expect(describeProgress({ ...state, phase: 'warming up', remainingMs: null })).toBe('[2/6] a: warming up');
  });

  function drawn(columns: number | undefined, env: Shell['env'] = {}): string[] {
    const written: string[] = [];
    const stream = { isTTY: columns !== undefined, columns, write: (text: string) => void written.push(text) };
    const line = openProgressLine({
      stdin: NOBODY,
      stdout: stream,
      stderr: stream,
      env,
      interrupted: () => AbortSignal.abort(),
    });
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

  describe('again', () => {
    afterEach(() => void vi.restoreAllMocks());

    /** What a line 200 characters wide, or of no known width, shows of states at their times. */
    function shown(states: readonly (Partial<Progress> & { readonly atMs: number })[], columns?: number): string[] {
      const written: string[] = [];
      const stream = { isTTY: true, columns, write: (text: string) => void written.push(text) };
      const line = openProgressLine({
        stdin: NOBODY,
        stdout: stream,
        stderr: stream,
        env: {},
        interrupted: () => AbortSignal.abort(),
      });
      for (const { atMs, ...changes } of states) {
        vi.spyOn(performance, 'now').mockReturnValue(atMs);
        line.update({ ...state, phase: 'measuring', remainingMs: null, ...changes });
      }
      return written.map((text) => text.slice('\r\u001b[2K'.length));
    }

    it('is drawn ten times a second at most, for all rounds', () => {
      const rounds = [0, 99, 100, 199, 200].map((atMs, round) => ({ atMs, round }));
      expect(shown(rounds, 200)).toEqual([0, 2, 4].map((round) => `[2/6] a: round ${round + 1} of 40`));
    });

    it('is drawn at once where something new begins', () => {
      const states = [{ atMs: 0 }, { atMs: 1, phase: 'starting' as const }, { atMs: 2, scenarioId: 'b' }];
      expect(shown(states, 200)).toEqual(['[2/6] a: round 12 of 40', '[2/6] a: starting', '[2/6] b: round 12 of 40']);
    });

    it('has 79 characters where the terminal tells no width, and nothing that moves a cursor', () => {
      expect(shown([{ atMs: 0, scenarioId: 'a'.repeat(100) }])[0]).toHaveLength(79);
      expect(shown([{ atMs: 0, scenarioId: '\u001b[2J' }], 200)).toEqual(['[2/6] \\u001b[2J: round 12 of 40']);
    });
  });

  it('never fills the last column of a terminal, and wipes itself', () => {
    expect(drawn(20, { CI: 'false' })).toEqual(['\r\u001b[2K[2/6] a: round 12 o', '\r\u001b[2K']);
  });
});
