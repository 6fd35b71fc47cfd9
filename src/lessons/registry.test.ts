// What every lesson keeps to: a question with answers, commands that measure what its sentences speak of, and no figure that
// somebody else's machine would have to reproduce.

import { describe, expect, it } from 'vitest';
import { SEGMENT_KINDS } from '../model/report/timeline-report.ts';
import type { Experiment } from '../model/teaching/lesson.ts';
import { markOf } from '../render/timeline/marks.ts';
import { shippedUrls } from '../runner/discover.ts';
import { scenarioIdOf } from '../scenario-file.ts';
import { findStrategy } from '../strategies/registry.ts';
import { changeCommands, experimentCommands, guessCommand } from './commands.ts';
import { LESSONS } from './registry.ts';
import { isWithheld } from './seeing/row.ts';

/** What a class waits for while it is measured. */
const MOST_SECONDS = 60;
const TYPOGRAPHY = '“”‘’✗…';
const MARKS = SEGMENT_KINDS.map((kind) => markOf(kind, 'unicode')).join('');

it('lessons are numbered, and have names of their own', () => {
  expect(LESSONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(new Set(LESSONS.map(({ name }) => name)).size).toBe(LESSONS.length);
  for (const { name } of LESSONS) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(LESSONS)('lesson $number', (lesson) => {
  const { question, answers, rightAnswer, because, takeAway, unless, experiment, change } = lesson;

  it('asks a question that has a right answer and wrong ones', () => {
    expect(question).toContain('?');
    expect(answers.length).toBeGreaterThanOrEqual(3);
    expect(answers[rightAnswer]).toBeDefined();
    expect(change.idea).toMatch(/[?:]/);
  });

  it('has factors to guess, but where its reference gives up', () => {
    const [, reference] = /--strategy (\w+)/.exec(experiment.flags) ?? [];
    const givesUp = experiment.sights.some(({ row, holds }) => row === reference && holds === isWithheld);
    expect([lesson.withoutFactors === true, guessCommand(lesson) === null]).toEqual([givesUp, givesUp]);
  });

  it('promises no figure', () => {
    const told = [
      because,
      takeAway,
      unless,
      change.idea,
      ...[experiment, change].flatMap(({ sights }) => sights.map(({ text }) => text)),
    ];
    for (const text of told)
      expect(text).not.toMatch(/\d ?(ms|s\b|seconds|%|×|times)|(half|twice|times) as (fast|long)/);
  });

  it('uses marks that timelines draw', () => {
    const told = [experiment, change].flatMap(({ sights }) => sights.map(({ text }) => text)).join('');
    const strange = [...told].filter((character) => character > '~' && !`${TYPOGRAPHY}${MARKS}`.includes(character));
    expect(strange).toEqual([]);
  });

  describe.each([
    ['its run', experiment],
    ['the run with one thing changed', change],
  ])('%s', (_, { scenarioIds, flags, sights, shows, budgetSeconds }: Experiment) => {
    const [, strategies = ''] = /--strategy (\S+)/.exec(flags) ?? [];
    const named = strategies.split(',');

    it('measures what there is', () => {
      const shipped = shippedUrls().map(scenarioIdOf);
      expect(scenarioIds.filter((id) => !shipped.includes(id))).toEqual([]);
      expect(named.filter((id) => findStrategy(id) === undefined)).toEqual([]);
      expect(budgetSeconds).toBeLessThanOrEqual(MOST_SECONDS);
    });

    it('speaks of rows that it measures, and shows them', () => {
      expect(sights.length).toBeGreaterThan(0);
      for (const { scenarioId, row } of sights) {
        expect(named).toContain(row.split(' ')[0]);
        expect(scenarioIds.length === 1 ? [undefined] : scenarioIds).toContain(scenarioId);
      }
      expect(shows.length).toBeGreaterThan(0);
    });
  });

  it('changes something, and keeps both results', () => {
    const [first, changed] = [experimentCommands(lesson), changeCommands(lesson)];
    const withoutFile = (command: string) => command.replace(/ --budget.*/, '');
    expect(withoutFile(changed.run)).not.toBe(withoutFile(first.run));
    expect(first.run).toContain(`--save lesson-${lesson.number}.json`);
    expect(changed.run).toContain(`--save lesson-${lesson.number}-changed.json`);
    expect(changed.against).toContain('--changed');
  });
});
