// What a sentence may claim was gained, and what theory says could be.

import { expect, test } from 'vitest';
import { taskCost } from '../../model/testing/task-cost.ts';
import type { Decision } from '../judging/family.ts';
import { armNamed } from '../testing/one-scenario.ts';
import { decision, storyOf, withGain } from '../testing/one-story.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { gainSentence, gainWords, measuredGain, mostGainOf, predictedGain } from './gain.ts';

const story = storyOf({ ...downloadPages, task: { ioMs: 60, serverMs: 60 } }, { preflight: null });
const bounded = armNamed('bounded c10', story.data);

test('predicted: the time of the reference over that of the schedule', () => {
  expect(predictedGain(story.reference, story)).toBe(1);
  expect(predictedGain(bounded, story)).toBe(10);
  expect(gainSentence(bounded, 'a limit', story)).toBe(' Theory predicts 10.0 times for a limit.');
});

test('predicted: silent without calibration, or for a schedule that theory has no rule for', () => {
  const blind = { ...story, data: { ...story.data, tasks: [] } };
  expect(predictedGain(bounded, blind)).toBeNull();
  expect(gainSentence(bounded, 'a limit', blind)).toBe('');
  expect(predictedGain({ ...bounded, shape: null }, story)).toBeNull();
  const unruled = { ...story, reference: { ...story.reference, shape: null } };
  expect(predictedGain(bounded, unruled)).toBeNull();
});

test('predicted: no gain over nothing, and none without end', () => {
  const at = (ms: number) => ({
    ...story,
    data: {
      ...story.data,
      tasks: [taskCost({ computeMs: ms }), taskCost({ computeMs: ms })],
    },
  });
  expect(predictedGain(bounded, at(0))).toBeNull();
  expect(predictedGain(bounded, at(Number.MAX_VALUE))).toBeNull();
  expect(predictedGain(bounded, at(1))).toBe(1);
});

test('measured: the figure of the table, one for the reference', () => {
  expect(measuredGain(withGain(story, 3.456), story.fastest)).toBe(3.456);
  expect(measuredGain(story, story.reference)).toBe(1);
});

test('measured: "was" only where it was decided', () => {
  const words = (held: Decision) => gainWords({ ...story, rows: new Map([[bounded, held]]) }, bounded);
  expect(words(decision(3.456))).toBe('was 3.46 times as fast');
  expect(words(decision(0.5, 'slower'))).toBe('was slower, 2.00 times as long');
  expect(words(decision(1.5, 'undecided', [0.9, 2.5]))).toBe('measured 1.50× (0.90–2.50), undecided');
  expect(words(decision(12.3, 'undecided', [0, Infinity]))).toBe('measured 12.3× in one round, undecided');
  expect(gainWords({ ...story, rows: new Map() }, bounded)).toBe('was never held against the reference');
});

test('measured: what a small gain is at most, as its interval says', () => {
  const words = (held: Decision) => gainWords({ ...story, rows: new Map([[bounded, held]]) }, bounded);
  expect(words(decision(1, 'no gain', [0.97, 1.03]))).toBe('gained no more than 5 %');
  expect(words(decision(1, 'undecided', [0.94, 1.051]))).toBe('gained no more than 6 %');
  expect(words(decision(1.04, 'undecided', [0.98, 1.1]))).toBe('gained no more than 10 %');
  expect(words(decision(1.04, 'undecided', [0.98, 1.11]))).toMatch(/undecided$/);
  expect(words(decision(1.06, 'undecided', [0.99, 1.1]))).toMatch(/undecided$/);
  const rows = new Map([
    [bounded, decision(1, 'undecided', [0.9, 1.08])],
    [story.fastest, decision(0.5, 'slower')],
  ]);
  expect(mostGainOf([bounded, story.fastest], { rows })).toBe(0.08);
  expect(mostGainOf([bounded, story.reference], { rows })).toBeNull();
});
