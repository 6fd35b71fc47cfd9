// Mostly computing, but on other threads of the process: libuv's pool or native ones, which one loop can keep busy.

import { gained, gainWords } from '../gain.ts';
import { gatheredArm, knowsTheFastest, type MeasuredStory, refersToOneByOne, type WhyRule } from '../story.ts';
import { ms, percent } from '../words.ts';

const LEAST_GAIN = 1.05;
/** Of a mix it is what the schedules differ by from here on. */
const MOST_RATIO = 0.5;

/** Asynchronous computing needs no worker threads of one's own to run side by side. */
export const elsewhereRule: WhyRule = {
  id: 'elsewhere',
  applies: (story) => isElsewhere(story) && refersToOneByOne(story) && knowsTheFastest(story),
  sentence(story) {
    const { reference, fastest, work } = story;
    const took = `${reference.name} took ${ms(reference.medianOf('wallMs'))}.`;
    const alone =
      work === null || work.contradiction !== null
        ? took
        : `Alone, a task computes on other threads of the process (libuv's or native ones) for ${percent(work.computingElsewhereRatio)} of its time; ${took}`;
    const gather = gatheredArm(story);
    const cause =
      gather !== null && gained(story, gather, LEAST_GAIN)
        ? ': these threads work on while the one loop starts more'
        : '';
    const told = [...new Set([gather ?? fastest, fastest])].filter((arm) => arm !== reference);
    const gains = told.map((arm) => ` ${arm.name} ${gainWords(story, arm)}${arm === gather ? cause : ''}.`);
    return alone + gains.join('');
  },
};

function isElsewhere({ boundBy, work }: MeasuredStory): boolean {
  if (boundBy === 'a mix') return (work?.computingElsewhereRatio ?? 0) >= MOST_RATIO;
  return boundBy === 'computing on other threads';
}
