// A pool for each call: more threads are started than there is work for.

import { mixUnits } from '../../kernels.ts';
import { between } from '../figures.ts';
import { defineHunt, type Sign } from '../hunt.ts';
import { mostAtOnce } from '../reading/slots.ts';
import { count } from '../words.ts';

interface Sums {
  /** Units of computing, a number for each sum. */
  readonly sums: readonly number[];
  readonly threads: number;
}

const threadPerSum: Sign<Sums> = {
  misconception: 'a thread costs nothing',
  seen({ threadStartCount, jobs }, { sums, threads }) {
    if (threadStartCount < sums.length / 2) return null;
    return `${count(threadStartCount, 'thread')} were started for ${count(jobs.length, 'sum')}; ${threads} at once were to be had.`;
  },
  why: 'A thread has a heap, a loop and modules of its own to load before it computes anything: tens of milliseconds, in which a thread that is there already would have done many sums.',
  look: 'Look at how often threads are started, and at what could be kept from one sum to the next.',
};

const onTheLoop: Sign<Sums> = {
  misconception: 'the loop has time',
  seen({ jobs, computed, threadStartCount }, { sums }) {
    if (jobs.length >= sums.length || computed.length === 0) return null;
    return `${count(computed.length, 'sum')} were computed on the loop, ${jobs.length} by one of ${count(threadStartCount, 'thread')}.`;
  },
  why: 'The loop is one thread: while it computes, it does nothing else, and the other cores of the machine have nothing to do.',
  look: 'Look at who is asked to compute.',
};

const onlyOneWorks: Sign<Sums> = {
  misconception: 'having threads is using them',
  seen({ jobs }, { sums }) {
    const most = mostAtOnce(jobs);
    if (jobs.length < sums.length || most > 1) return null;
    return `of ${count(jobs.length, 'sum')}, never more than ${most} had been handed over at once: all threads but one were idle.`;
  },
  why: 'A pool can only share out what it has been given. Where the next sum is handed over when the last has come back, one thread works and the others wait.',
  look: 'Look at what is awaited before the next sum is handed over.',
};

export const threads = defineHunt<Sums>({
  number: 7,
  file: '07-threads.mjs',
  title: 'Threads that help nobody',
  task: 'Each number of `inputs.sums` says how long a sum is. Have them computed by `inputs.threads` threads, all of which have something to do, and return the results in the order of the sums.',
  make(random) {
    const sums = Array.from({ length: between(random, 8, 12) }, () => between(random, 5, 25));
    return { inputs: { sums, threads: 2 } };
  },
  rightEnd: ({ sums }) => ({ value: sums.map((units) => mixUnits(units, 0)) }),
  signs: [threadPerSum, onTheLoop, onlyOneWorks],
  afterwards:
    'The threads were started once and computed sum after sum: starting is a loan that many sums pay back. How many it takes on your machine is the break-even of a report; `overlap preflight` tells what a start costs here. A program that lives long starts its pool once, at its own start.',
});
