// `overlap learn`: the question without the answer, then the answer, then whether a run shows it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { experimentCommands } from '../../../lessons/commands.ts';
import { LESSONS } from '../../../lessons/registry.ts';
import type { Cell } from '../../../model/document/document.ts';
import type { Timeline } from '../../../model/document/timeline.ts';
import { documentOf, type ScenarioWords } from '../../../report/testing/document-builder.ts';
import { countPrimes, downloadPages } from '../../../report/testing/sample-documents.ts';
import { callOverlap } from '../../testing.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'learn-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const learn = (...words: string[]) => callOverlap(['learn', ...words]);
/** As one line, whatever was broken. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

it('lists every lesson with its question, its time, and what to type', async () => {
  const { code, stdout, stderr } = await learn();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { number, title, question, minutes, experiment } of LESSONS) {
    expect(flat(stdout)).toContain(
      `${number}. ${title} (about ${minutes} min, ${experiment.budgetSeconds} s of measuring)`,
    );
    expect(flat(stdout)).toContain(question);
    expect(stdout).toMatch(new RegExp(`^  overlap learn ${number}$`, 'm'));
  }
});

describe.each(LESSONS)('lesson $number', (lesson) => {
  const { number, name, answers, rightAnswer, because, takeAway, change, experiment } = lesson;

  it('asks, and tells nothing', async () => {
    const { code, stdout } = await learn(String(number));
    expect(code).toBe(0);
    for (const answer of answers) expect(flat(stdout)).toContain(answer);
    const { run, shows } = experimentCommands(lesson);
    expect(stdout.includes('\n  overlap predict ')).toBe(lesson.withoutFactors === undefined);
    for (const command of [run, ...shows]) expect(stdout).toContain(`\n  overlap ${command}\n`);
    for (const told of [because, takeAway, change.idea]) expect(flat(stdout)).not.toContain(told);
  });

  it('answers with the same command', async () => {
    const { stdout } = await learn(name, '--answer');
    expect(flat(stdout)).toContain(`${'abcd'.charAt(rightAnswer)}) ${answers[rightAnswer]}`);
    for (const told of [because, takeAway, change.idea]) expect(flat(stdout)).toContain(told);
    for (const { text } of [...experiment.sights, ...change.sights])
      expect(flat(stdout)).toContain(text.replaceAll('`', ''));
    expect(stdout).toContain(`\n  overlap ${experimentCommands(lesson).run}\n`);
  });

  it('keeps its lines within the terminal, but for commands to copy', async () => {
    for (const flags of [[], ['--answer']]) {
      const { stdout } = await callOverlap(['learn', name, ...flags], { terminalColumns: 60 });
      const lines = stdout.split('\n').filter((line) => !line.startsWith('  overlap '));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
    }
  });
});

describe('a run held against a lesson', () => {
  const PAGE_MS = 8;

  /** A run of these scenarios; with tasks of so many milliseconds at the server, one after another or all at once. */
  function keep(name: string, scenarios: readonly ScenarioWords[], pageMs?: number): string {
    const path = join(folder, `${name}.json`);
    const document = documentOf({ scenarios });
    const cells = document.cells.map((cell) =>
      pageMs === undefined ? cell : { ...cell, timelines: [pagesOf(cell, pageMs)] },
    );
    writeFileSync(path, JSON.stringify({ ...document, cells }));
    return path;
  }

  function pagesOf({ key, taskCount }: Cell, pageMs: number): Timeline {
    const place = Array.from({ length: taskCount }, (_, index) => index);
    const eachMs = key.strategyId === 'sequential' ? pageMs : 0;
    const atUs = (shareRatio: number) => place.map((index) => 1_000 * (index * eachMs + shareRatio * pageMs));
    const [startedUs, sentUs, endedUs] = [atUs(0), atUs(0.75), atUs(1)];
    return {
      ...{ epoch: 0, round: 0, reason: 'typical', batchUs: Math.max(...endedUs), pool: null, failedRows: [] },
      ...{ leftOutTaskCount: 0, leftOutRequestCount: 0 },
      tasks: { place, startedUs, waitedUs: endedUs, computeFromUs: endedUs, computeToUs: endedUs, endedUs },
      requests: { row: place, askedUs: startedUs, receivedUs: startedUs, begunUs: startedUs, sentUs, gotUs: endedUs },
    };
  }

  it('that has no tasks shows nothing of it, and the lesson says where that may be', async () => {
    const { code, stdout } = await learn('3', '--against', keep('without-tasks', [countPrimes]));
    expect(code).toBe(1);
    expect(stdout).toContain('NOT SEEN: gather has all ten under way');
    expect(flat(stdout)).toContain('Where it does not show:');
    expect(stdout).toMatch(/\nTo measure it again:\n\n {2}overlap run count-primes .* --save lesson-3\.json\n$/);
  });

  it('that has other rows cannot be held against it', async () => {
    const { code, stdout } = await learn('10', '--against', keep('others', [downloadPages]));
    expect(code).toBe(3);
    expect(stdout.match(/not measured:/g)).toHaveLength(4);
  });

  it('is the changed one where that is said', async () => {
    const { stdout } = await learn(
      '5',
      '--changed',
      '--against',
      keep('changed', [{ ...countPrimes, id: 'few-short-tasks' }]),
    );
    expect(stdout).toContain('seen: pool has its start-up as before');
    expect(stdout).toMatch(/ --save lesson-5-changed\.json\n$/);
  });

  it('shows all of it where all is seen, and leaves what to take away', async () => {
    const [eighth] = LESSONS.filter(({ name }) => name === 'busy-server');
    const { code, stdout } = await learn('8', '--changed', '--against', keep('seen', [downloadPages], PAGE_MS));
    expect({ code, missed: /NOT SEEN|not measured/.test(stdout) }).toEqual({ code: 0, missed: false });
    expect(flat(stdout)).toContain(eighth?.takeAway);
    expect(stdout).toMatch(/\nNext: Which limit\?\n\n {2}overlap learn 9\n$/);
  });

  it('leads from the first run to the one with one thing changed', async () => {
    const arms = ['sequential', 'started', 'gather'].map((strategyId) => ({ strategyId, wallMs: 100 }));
    const { code, stdout } = await learn('2', '--against', keep('first', [{ ...downloadPages, arms }], PAGE_MS));
    expect(code).toBe(0);
    expect(flat(stdout)).toContain(`Change one thing: ${LESSONS[1]?.change.idea} overlap run download-pages`);
    expect(stdout).toMatch(/ --save lesson-2-changed\.json\n {2}overlap show /);
  });
});

describe('what is no lesson', () => {
  it.each([
    [['13'], "lesson: expected a number from 1 to 12 or a name, got '13'"],
    [['chunk'], "got 'chunk' (did you mean 'chunks'?)"],
    [['--answer'], '--answer: expected the number of a lesson before it, got none'],
    [['--against', 'x.json'], '--against: expected the number of a lesson before it, got none'],
    [['3', '--changed'], '--changed: expected --against FILE beside it, got none'],
    [['3', '--against', 'nowhere.json'], 'nowhere.json'],
  ])('%j is refused with the next step', async (words, message) => {
    const { code, stdout, stderr } = await learn(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
