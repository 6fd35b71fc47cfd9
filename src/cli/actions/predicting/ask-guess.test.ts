// `overlap predict` at a terminal: what is asked, in which order, and what is kept of it.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callOverlap, type Surroundings } from '../../testing.ts';
import { guessAt, useSavedRuns } from './testing/saved-runs.ts';

useSavedRuns();

const predict = (args: readonly string[], around: Surroundings = {}) => callOverlap(['predict', ...args], around);

describe('asked at a terminal', () => {
  const ask = (typed: readonly string[], args: readonly string[] = []) =>
    predict(['--against', 'one.json', '--save-guess', 'mine.json', ...args], { typed, terminalColumns: 80 });

  it('shows the question first, then asks for every row that ran', async () => {
    const { code, stdout, stderr } = await ask(['20', '', '2', 'Threads.']);
    expect(code).toBe(0);
    expect(stderr).toContain('download-pages: Download twenty pages (io, 20 tasks)');
    expect(stderr).toContain('Do more threads make waiting faster?');
    expect(stderr).toMatch(/gather: .*bounded c10: .*pool w2: .*Why do you think so\?/s);
    expect(stderr).not.toContain('gather+pool: ');
    expect(stderr).not.toContain('19.1');
    expect(stdout).toContain('19.1');
    expect(guessAt('mine.json')).toMatchObject({
      guesses: [
        { name: 'gather', ratio: 20 },
        { name: 'pool w2', ratio: 2 },
      ],
      why: 'Threads.',
    });
  });

  it('asks again for what is no factor', async () => {
    const { stderr } = await ask(['many', '-1', '20', '', '', '']);
    expect(stderr).toContain(
      "Expected a factor over the reference from 0.0001 to 10000, such as 20 or 0.5, got 'many'.",
    );
    expect(guessAt('mine.json')).toMatchObject({ guesses: [{ name: 'gather', ratio: 20 }], why: null });
  });

  it('takes the end of what is typed for passing, and a reason that was said', async () => {
    const { code, stderr } = await ask(['20'], ['--why', 'Said.']);
    expect(code).toBe(0);
    expect(stderr).not.toContain('Why do you');
    expect(guessAt('mine.json')).toMatchObject({ guesses: [{ ratio: 20 }], why: 'Said.' });
  });

  it('asks nobody where the questions would not be seen', async () => {
    const { code, stderr } = await predict(['--against', 'one.json', '--save-guess', 'mine.json'], { typed: ['20'] });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('no terminal to ask on') });
  });

  it('keeps nothing where nothing is guessed', async () => {
    const { code, stdout, stderr } = await ask(['', '', '']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('nothing was guessed');
    expect(existsSync('mine.json')).toBe(false);
  });

  it('keeps nothing after Ctrl-C', async () => {
    const { code, stdout, stderr } = await predict(['--against', 'one.json', '--save-guess', 'mine.json'], {
      ...{ typed: ['20'], terminalColumns: 80, signal: AbortSignal.abort() },
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Interrupted before the guess was made');
    expect(existsSync('mine.json')).toBe(false);
  });
});
