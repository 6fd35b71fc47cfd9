// What may be wrong in any hunt, asked after what the hunt is about: no answer, or a wrong one.

import { quoted } from '../../visible-text.ts';
import type { Sign } from '../hunt.ts';
import { RULE } from '../rule.ts';
import { count, shown } from '../words.ts';

const threw: Sign<object> = {
  misconception: 'the program fails',
  seen({ outcome }, _, right) {
    if (outcome.type !== 'threw') return null;
    if ('failsWith' in right && outcome.status === right.failsWith) return null;
    return `\`run\` threw: ${quoted(outcome.message)}`;
  },
  why: 'What `run` throws, or what a promise that it awaits rejects with, ends it before its answer is there.',
  look: 'Look at the line that the message is about; what the program prints there goes to the terminal.',
};

const wrong: Sign<object> = {
  misconception: 'the answer is wrong',
  seen({ outcome }, _, right) {
    if (outcome.type !== 'returned' || 'failsWith' in right) return null;
    const expected = JSON.stringify(right.value);
    if (outcome.json === expected) return null;
    const got = outcome.json === null ? outcome.kind : quoted(shown(outcome.json));
    return `\`run\` returned ${got}; right would have been ${expectation(right.value)}.`;
  },
  why: 'A program that has not asked for every page, or has lost what it was told, cannot know the answer.',
  look: 'Look at what is returned, and at the moment at which it is complete.',
};

/** What to expect, without giving it away. */
function expectation(value: unknown): string {
  if (!Array.isArray(value))
    return value === null ? 'a number that only the pages tell' : `the number ${String(value)}`;
  return `a list of ${count(value.length, 'number')} that only the pages tell`;
}

const unhandled: Sign<object> = {
  misconception: 'somebody will catch it',
  seen({ unhandled: left }) {
    const [first] = left;
    if (first === undefined) return null;
    return `${count(left.length, 'promise')} rejected and nobody had awaited ${left.length === 1 ? 'it' : 'them'}: ${quoted(first)}`;
  },
  why: 'A promise that is started and awaited by nobody rejects into the void; Node ends a program for it.',
  look: 'Look for a promise that is made and neither awaited, returned nor given to something that awaits it.',
};

/** Asked before what the hunt is about: whatever else such a program did may come of it. */
export const ELSEWHERE: Sign<object> = {
  misconception: 'everything is within reach',
  seen: ({ refused }) =>
    refused === null ? null : `The program tried to ${quoted(refused)}, and was refused: ${RULE}.`,
  why: 'The pages of a hunt are on its own server, on this machine. Nobody else was asked whether they want to answer, and what they answer tomorrow would change the verdict.',
  look: 'Look for what asks for something without the tools that `run` is handed.',
};

export const GENERAL_SIGNS: readonly Sign<object>[] = [threw, wrong, unhandled];
