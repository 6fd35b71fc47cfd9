// The few words of the summary table, for every outcome there is.

import { expect, test } from 'vitest';
import type { Row } from '../../model/report/report.ts';
import { auditArms } from '../arms/audited-arm.ts';
import { judgeScenario } from '../judging/judgement.ts';
import { buildRow } from '../rows/row.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed } from '../testing/one-scenario.ts';
import { decision, storyOf } from '../testing/one-story.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { adviceFor } from './advice.ts';
import { explain } from './explain.ts';
import type { MeasuredStory } from './story.ts';

const story = storyOf(downloadPages);
const named = (name: string, on: MeasuredStory = story) => armNamed(name, on.data);
const tie = (...names: string[]): MeasuredStory => ({
  ...story,
  ...{
    winner: null,
    leaders: names.map((name) => named(name)),
    leadersAre: 'undecided',
    fastest: named(names[0] ?? ''),
  },
  head: named(names[0] ?? ''),
});
const advice = (told: Parameters<typeof adviceFor>[0], rows: readonly Row[] = []) => adviceFor(told, rows);

function rowsOf({ data, trusted }: MeasuredStory): Row[] {
  const judgement = judgeScenario(data, trusted);
  return auditArms(data).map((audited) => buildRow(audited, data, judgement));
}

test('a winner is its own advice, and the reference says why', () => {
  expect(advice(story)).toBe('gather');
  expect(advice({ ...story, winner: story.reference })).toBe('sequential: it is the fastest');
});

test('a winner whose start-up one batch does not earn back says from which batch on it pays', () => {
  const arms = downloadPages.arms.filter(({ strategyId }) => strategyId === 'sequential' || strategyId === 'pool');
  const pool = (openMs: number) => {
    const told = storyOf(changed({ ...downloadPages, arms }, 'pool', { openMs }));
    return advice(told, rowsOf(told));
  };
  expect(pool(599)).toBe('pool w2');
  expect(pool(7000)).toBe('pool w2, which pays from the 12th batch on (7000 ms to start)');
});

test('a winner among few is no winner among all: what is missing is counted, but not what was never meant to run', () => {
  const without = (...names: string[]) => story.trusted.filter(({ name }) => !names.includes(name));
  expect(advice({ ...story, trusted: without('pool w2') })).toBe('gather, but 1 arm has no numbers');
  expect(advice({ ...story, trusted: without('pool w2', 'bounded c10') })).toBe('gather, but 2 arms have no numbers');
  expect(advice({ ...story, trusted: without('placebo') })).toBe('gather');
});

test('without a reference there is no advice', () => {
  expect(advice({ ...story, reference: null })).toBe('no advice: the reference has no numbers');
  expect(advice({ ...story, reference: null, trusted: [] })).toBe('no advice: no arm has numbers');
});

test('nor where too many rounds were disturbed', () => {
  const rounds = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const dropped = (...droppedRounds: number[]) => ({
    ...story,
    data: { ...story.data, rounds, droppedRounds: new Set(droppedRounds) },
  });
  expect(advice(dropped(1, 2, 3))).toBe('no advice: too many disturbed rounds');
  expect(advice(dropped(1, 2))).toBe('gather');
  expect(explain(dropped(1, 2, 3))).toEqual({
    rule: 'disturbed',
    text: '3 of 10 rounds were disturbed from outside, too many to decide anything.',
  });
});

test('nor where the reference, perhaps with its placebo, ran alone', () => {
  const alone = { ...tie('sequential'), trusted: [named('sequential'), named('placebo')] };
  expect(advice(alone)).toBe('no advice: nothing to compare with');
});

const beside = (...decisions: ReturnType<typeof decision>[]): MeasuredStory => {
  const names = ['gather', 'bounded c10', 'pool w2'];
  const rows = new Map(decisions.map((held, index) => [named(names[index] ?? ''), held]));
  const trusted = [story.reference, ...rows.keys()];
  return { ...tie('sequential', ...names.slice(0, decisions.length)), rows, trusted };
};

test('the reference is recommended where every gain is ruled out, and the words say how far', () => {
  const told = (high: number) =>
    beside(decision(1, 'no gain', [0.9, 1.02]), decision(0.5, 'slower'), decision(1.01, 'undecided', [0.95, high]));
  expect(advice(told(1.071))).toMatch(/^stay with sequential: no schedule gains more than 8 %/);
  expect(advice({ ...told(1.071), boundBy: 'server CPU' })).toMatch(/^stay with sequential, and change the server: no/);
  expect(advice(told(1.12))).toMatch(/^undecided: pool w2 measured 1\.01× \(0\.95–1\.12\); /);
});

test('and never for want of evidence: what measured most is named, with a command that would decide it', () => {
  const told = beside(decision(1.2, 'undecided', [0.8, 1.8]), decision(1.5, 'undecided', [0.9, 2.3]));
  expect(advice(told)).toMatch(
    /^undecided: bounded c10 measured 1\.50× \(0\.90–2\.30\); run `overlap run download-pages --strategy sequential,bounded --concurrency 10 --epochs 8 --budget 30s` to decide/,
  );
  const { data } = told;
  const ofFile = (file: string) => advice({ ...told, data: { ...data, record: { ...data.record, file } } });
  expect(ofFile('bench/mine.ts')).toContain('run `overlap run bench/mine.ts --strategy');
  expect(ofFile("it's.ts")).toContain("run `overlap run 'it'\\''s.ts' --strategy");
  expect(ofFile('-x.ts')).toContain('run `overlap run ./-x.ts --strategy');
  const oneRound = beside(decision(1.5, 'undecided', [0, Infinity]));
  expect(advice(oneRound)).toMatch(
    /1\.50× in one round; run `overlap run download-pages --strategy sequential,gather` with more rounds to decide/,
  );
  expect(advice(beside(decision(1.02, 'undecided', [0.1, 9])))).toMatch(
    /; no budget below 10 minutes is likely to decide/,
  );
});

test('leaders that are alike: the simplest, and who is as fast', () => {
  const alike = { ...tie('pool w2', 'bounded c10', 'gather'), leadersAre: 'alike' } as const;
  expect(advice(alike)).toBe('gather; pool w2 and bounded c10 are as fast');
  const unknown = { ...named('gather'), shape: null };
  expect(advice({ ...alike, leaders: [unknown, named('pool w2')] })).toBe('pool w2; gather is as fast');
});

test('leaders that are undecided between them stand with what they measured, most first', () => {
  const between = tie('gather', 'pool w2');
  const told = {
    ...between,
    rows: new Map([
      [named('pool w2'), decision(1.54, 'faster', [1.2, 2])],
      [named('gather'), decision(3.02, 'faster', [1.9, 4.8])],
    ]),
    contest: new Map([[named('pool w2'), decision(1.96, 'undecided', [0.95, 4])]]),
  };
  expect(advice(told)).toMatch(
    /^gather 3\.02× \(1\.90–4\.80\) or pool w2 1\.54× \(1\.20–2\.00\), undecided between them; run `overlap run download-pages --strategy gather,pool --epochs 7 --budget 30s` to decide$/,
  );
  expect(explain(told).text).toMatch(
    /Between gather and pool w2 this run is undecided: gather measured 1\.96× \(0\.95–4\.00\) over pool w2\.$/,
  );
});

test('an arm whose limit never acted is no other way to do it', () => {
  const scenario: ScenarioWords = changed(downloadPages, 'bounded', { concurrency: 20 });
  const wide = storyOf(scenario);
  const bounded = armNamed('bounded c20', wide.data);
  const gather = armNamed('gather', wide.data);
  const told = { ...wide, winner: null, leaders: [gather, bounded], leadersAre: 'undecided' } as const;
  expect(advice(told)).toBe('gather; bounded c20 is the same here');
  expect(explain(told).text).toMatch(
    /bounded c20 never met its limit: with 20 tasks it starts all at once, as gather does\.$/,
  );
  expect(explain(story).text).not.toMatch(/never met its limit/);
});

test('the sentence: leaders that are alike are called so, and an order that turned is told', () => {
  const alike = { ...tie('gather', 'pool w2'), leadersAre: 'alike' } as const;
  expect(explain(alike).text).toMatch(/pool w2 and gather are alike: within 5 % of it\.$/);
  const turned = {
    ...alike,
    rows: new Map([
      [named('pool w2'), decision(20)],
      [named('gather'), decision(19)],
    ]),
  };
  expect(explain(turned).text).toMatch(
    /Factors are taken round by round, so their order may differ from that of the med/,
  );
  expect(explain(story).text).not.toMatch(/alike|undecided/);
});

test('the sentence: what was measured of the work stands before it where the file says otherwise', () => {
  const work = { waitingRatio: 0, computingHereRatio: 1, computingElsewhereRatio: 0, contradiction: 'It blocks.' };
  expect(explain({ ...story, work }).text).toMatch(/^It blocks\. A request/);
});

test('the sentence: without numbers it says where the reasons stand', () => {
  expect(explain({ ...story, fastest: null })).toEqual({
    rule: 'no-numbers',
    text: 'No arm has numbers that may be shown; the reasons stand below.',
  });
  expect(explain({ ...story, reference: null })).toEqual({
    rule: 'no-reference',
    text: 'sequential has no numbers that may be shown, so nothing can be held against it.',
  });
  const record = { ...story.data.record, reference: null };
  expect(explain({ ...story, reference: null, data: { ...story.data, record } }).text).toMatch(/^the reference has no/);
});

test('the sentence: where no other rule applies it is the plain one', () => {
  const bounded = changed(downloadPages, 'gather', { shape: { waits: 'by the moon' } });
  const odd = storyOf({ ...bounded, calibrated: false });
  expect(explain({ ...odd, reference: named('bounded c10', odd) }).rule).toBe('plain');
});
