// What a sentence may claim was gained, and what theory says could be.

import { expect, test } from 'vitest';
import { taskCost } from '../../model/testing/task-cost.ts';
import { armNamed } from '../testing/one-scenario.ts';
import { storyOf, withGain } from '../testing/one-story.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { gainSentence, gainWords, measuredGain, predictedGain } from './gain.ts';

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

test('measured: the figure of the table, one where the reference is the fastest', () => {
  expect(measuredGain(withGain(story, 3.456))).toBe(3.456);
  expect(measuredGain({ ...story, judgements: new Map() })).toBe(1);
});

test('measured: "was" only where it was decided', () => {
  expect(gainWords(withGain(story, 3.456))).toBe('was 3.46 times as fast');
  for (const verdict of ['undecided', 'no gain', 'slower'] as const) {
    expect(gainWords(withGain(story, 1.04, verdict))).toBe(
      'measured 1.04 times as fast, which this run cannot tell from chance',
    );
  }
});
