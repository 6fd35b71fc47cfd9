// `overlap guesses`: what a class guessed, whatever some of its files are.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { callOverlap } from '../../testing.ts';
import { useSavedRuns } from './testing/saved-runs.ts';

useSavedRuns();

const predict = (args: readonly string[]) => callOverlap(['predict', ...args]);

describe('guesses of a class', () => {
  beforeEach(async () => {
    for (const [name, guess] of Object.entries({
      first: 'gather=20,pool=20',
      second: 'gather=3',
      third: 'gather=18,pool=2',
    })) {
      await predict(['--against', 'one.json', '--save-guess', `${name}.json`, '--guess', guess]);
    }
  });

  it('are a histogram for each row, with the place of what was measured', async () => {
    const { code, stdout, stderr } = await callOverlap([
      'guesses',
      'first.json',
      'second.json',
      'third.json',
      'first.json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('3 guesses of 1 scenario');
    expect(stdout).toMatch(/^3 to 5 +1 +█+/m);
    expect(stdout).toMatch(/^15 to 20 +1 +here +█+$/m);
    expect(stdout).toMatch(/^20 to 30 +1 +█+$/m);
    expect(stdout).toMatch(/^“a worker waits for many” +1 +█+/m);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('are a line for each guess and row as CSV', async () => {
    const { stdout } = await callOverlap(['guesses', 'first.json', 'second.json', 'third.json', '--format', 'csv']);
    const [header = '', ...lines] = stdout.trimEnd().split('\r\n');
    expect(header.split(',').slice(0, 7)).toEqual([
      ...['file', 'scenario', 'task_count', 'reference', 'strategy', 'row', 'guess_ratio'],
    ]);
    expect(lines.map((line) => line.split(',').filter((_, column) => [0, 5, 6].includes(column)))).toEqual([
      ['first.json', 'gather', '20'],
      ['first.json', 'pool w2', '20'],
      ['second.json', 'gather', '3'],
      ['third.json', 'gather', '18'],
      ['third.json', 'pool w2', '2'],
    ]);
    expect(lines[1]).toContain(',0,,a-worker-waits-for-many,');
  });

  it.each(['json', 'markdown'])('are printed as %s', async (format) => {
    const { code, stdout } = await callOverlap(['guesses', 'first.json', 'second.json', '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toContain('gather');
  });

  it('are counted without what cannot be read, which is named', async () => {
    writeFileSync('cut.json', readFileSync('first.json', 'utf8').slice(0, 200));
    mkdirSync('folder');
    const files = ['cut.json', 'one.json', 'folder', 'gone.json', 'second.json'];
    const { code, stdout, stderr } = await callOverlap(['guesses', ...files]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 guess of 1 scenario');
    for (const name of files.slice(0, 4)) expect(stderr).toContain(`warning: left out: ${name} `);
    expect(stderr).not.toContain('second.json');
  });

  it('are refused where none is left', async () => {
    const { code, stdout, stderr } = await callOverlap(['guesses', 'one.json', 'gone.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('expected at least one file of a guess, got none among 2');
  });

  it('are never replaced by their page', async () => {
    const { code, stderr } = await callOverlap(['guesses', 'first.json', '--out', 'first.json']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('which is read') });
  });
});
