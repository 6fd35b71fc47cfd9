// Batches whose makespan under each strategy anyone can work out on paper. Two cores, two threads, at most five under
// way. The comment beside each batch is the arithmetic.

import type { VirtualTask } from './virtual-machine.ts';

/** One batch, and the makespan in milliseconds that arithmetic gives for each strategy. */
export interface GoldenBatch {
  readonly name: string;
  readonly tasks: readonly VirtualTask[];
  readonly makespanMs: Readonly<Record<string, number>> & { readonly sequential: number };
  /** The strategies that share the least makespan. */
  readonly winners: readonly string[];
}

const waits = (...waitMs: number[]) => waitMs.map((ms) => ({ waitMs: ms, computeMs: 0, serverCpuMs: 0 }));
const computes = (...computeMs: number[]) => computeMs.map((ms) => ({ waitMs: 0, computeMs: ms, serverCpuMs: 0 }));
const times = <Item>(count: number, item: Item): Item[] => new Array<Item>(count).fill(item);
const mixed = (waitMs: number, computeMs: number): VirtualTask => ({ waitMs, computeMs, serverCpuMs: 0 });

export const GOLDEN_SET: readonly GoldenBatch[] = [
  {
    name: 'twenty answers of 20 ms', // 20 · 20; one wait; four rounds of five; ten for each worker
    tasks: waits(...times(20, 20)),
    makespanMs: { sequential: 400, gather: 20, bounded: 80, batches: 80, pool: 200, 'gather+pool': 20 },
    winners: ['gather', 'gather+pool'],
  },
  {
    name: 'ten answers of 10, 20, … 100 ms', // 550; the slowest; slots: 10+60, 20+70, … 50+100; 50+100; odd and even
    tasks: waits(10, 20, 30, 40, 50, 60, 70, 80, 90, 100),
    makespanMs: {
      sequential: 550,
      gather: 100,
      bounded: 150,
      batches: 150,
      pool: 300,
      'gather+pool': 100,
    },
    winners: ['gather', 'gather+pool'],
  },
  {
    name: 'one straggler of 200 ms before nine of 20 ms', // slots free at 20 again and again while one waits 200
    tasks: waits(200, ...times(9, 20)),
    makespanMs: {
      sequential: 380,
      gather: 200,
      bounded: 200,
      batches: 220,
      pool: 200,
      'gather+pool': 200,
    },
    winners: ['gather', 'bounded', 'pool', 'gather+pool'],
  },
  {
    name: 'two batches with a straggler each', // batches: 100 + 100; the second straggler starts at once in a slot
    tasks: waits(100, 10, 10, 10, 10, 100, 10, 10, 10, 10),
    makespanMs: {
      sequential: 280,
      gather: 100,
      bounded: 110,
      batches: 200,
      pool: 140,
      'gather+pool': 100,
    },
    winners: ['gather', 'gather+pool'],
  },
  {
    name: 'eight computations of 10 ms', // one thread does not overlap with itself; two do
    tasks: computes(...times(8, 10)),
    makespanMs: { sequential: 80, gather: 80, bounded: 80, batches: 80, pool: 40, 'gather+pool': 40 },
    winners: ['pool', 'gather+pool'],
  },
  {
    name: 'a long computation last', // 10 + 10 + 40 on one worker, 10 + 10 on the other
    tasks: computes(10, 10, 10, 10, 40),
    makespanMs: { sequential: 80, gather: 80, bounded: 80, batches: 80, pool: 60, 'gather+pool': 60 },
    winners: ['pool', 'gather+pool'],
  },
  {
    name: 'ten downloads of 30 ms, each hashed in 10 ms', // 10 · 40; 30 + 100; 40 · 10 / 2; 30 + 100 / 2
    tasks: times(10, mixed(30, 10)),
    makespanMs: { sequential: 400, gather: 130, batches: 160, pool: 200, 'gather+pool': 80 },
    winners: ['gather+pool'],
  },
  {
    name: 'one computation as long as all others twice over', // 5 + 100 on one worker; 4 · 15 on the other; 5 + 140 on one thread
    tasks: [mixed(5, 100), ...times(4, mixed(5, 10))],
    makespanMs: {
      sequential: 165,
      gather: 145,
      bounded: 145,
      batches: 145,
      pool: 105,
      'gather+pool': 105,
    },
    winners: ['pool', 'gather+pool'],
  },
  {
    name: 'ten answers that cost one server 15 ms of CPU', // 150 whatever the client does
    tasks: times(10, { waitMs: 15, computeMs: 0, serverCpuMs: 15 }),
    makespanMs: {
      sequential: 150,
      gather: 150,
      bounded: 150,
      batches: 150,
      pool: 150,
      'gather+pool': 150,
    },
    winners: ['sequential', 'gather', 'bounded', 'batches', 'pool', 'gather+pool'],
  },
  {
    name: 'a single task', // nothing to overlap
    tasks: [mixed(20, 20)],
    makespanMs: { sequential: 40, gather: 40, bounded: 40, batches: 40, pool: 40, 'gather+pool': 40 },
    winners: ['sequential', 'gather', 'bounded', 'batches', 'pool', 'gather+pool'],
  },
];
