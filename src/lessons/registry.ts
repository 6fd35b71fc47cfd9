// Every lesson in its order. To add one: write its file in told/, add its line, then `npm run docs`.

import type { Lesson } from '../model/teaching/lesson.ts';
import { twentyPages } from './told/01-twenty-pages.ts';
import { whoStartsIt } from './told/02-who-starts-it.ts';
import { primesTogether } from './told/03-primes-together.ts';
import { twoThreads } from './told/04-two-threads.ts';
import { onlyOnce } from './told/05-only-once.ts';
import { slowServer } from './told/06-slow-server.ts';
import { waitOrCompute } from './told/07-wait-or-compute.ts';
import { busyServer } from './told/08-busy-server.ts';
import { whichLimit } from './told/09-which-limit.ts';
import { chunks } from './told/10-chunks.ts';
import { oneFails } from './told/11-one-fails.ts';
import { nativeBelievable } from './told/12-native-believable.ts';

export const LESSONS: readonly Lesson[] = [
  ...[twentyPages, whoStartsIt, primesTogether, twoThreads, onlyOnce, slowServer],
  ...[waitOrCompute, busyServer, whichLimit, chunks, oneFails, nativeBelievable],
];
