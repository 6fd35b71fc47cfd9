// Rounds: in each of them every function takes two samples, in an order drawn anew, so that whatever comes and goes on the
// machine meets all of them alike. A sample with one of another function is a fair comparison; with the second of its own it
// is a placebo. All get the same number of calls at any time: who had more would be compiled sooner, and be called faster.

import { BenchError } from '../../errors.ts';
import { shuffled } from '../../model/seeded-random.ts';
import { callsPerSample, MOST_CALLS } from './plan.ts';

/** All that the rounds see of the machine. */
export interface RoundWorld {
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** Lets others have their turn, between rounds. */
  readonly nextTurn: () => Promise<void>;
  /** Chance in [0, 1), for the order in a round. */
  readonly random: () => number;
  /** Throws where measuring is to end at once. */
  readonly throwIfAborted: () => void;
}

/** Times `callCount` calls of one function, in milliseconds. */
export type TakeSample = (callCount: number) => Promise<number>;

/** Until when a phase goes on: until all of it is reached. */
export interface PhaseLength {
  readonly ms: number;
  /** Calls of each function. */
  readonly callCount: number;
}

/** Samples that each function takes in a round. */
export const TAKES = 2;

/** Milliseconds of each function's first sample in the order of the functions, then of the second ones. */
export type Round = readonly number[];

/**
 * Takes rounds that are not kept, with more and more calls a sample, until the phase is over; resolves to the calls per
 * sample that the measured rounds should have. Rejects with a BenchError (CLOCK_REPLACED) where no time passes.
 */
export async function warmUp(
  functions: readonly TakeSample[],
  { ms, callCount: leastCallCount }: PhaseLength,
  measuringMs: number,
  world: RoundWorld,
): Promise<number> {
  // The fastest so far: what disturbs a call only ever makes it slower.
  const callMs = functions.map(() => Infinity);
  const fromMs = world.clock();
  let callCount = 1;
  for (let doneCount = 0; ; ) {
    const round = await takeRound(functions, callCount, world);
    doneCount += TAKES * callCount;
    round.forEach((sampleMs, take) => {
      const index = take % functions.length;
      if (sampleMs > 0) callMs[index] = Math.min(callMs[index] as number, sampleMs / callCount);
    });
    const wanted = callMs.every(Number.isFinite) ? callsPerSample(callMs, measuringMs) : Infinity;
    if (callCount >= wanted && doneCount >= leastCallCount && world.clock() - fromMs >= ms) return wanted;
    callCount = Math.min(wanted, callCount * 2);
    if (callCount > MOST_CALLS) throw stillClock();
  }
}

/** Takes the rounds that count; at least one. */
export async function measureRounds(
  functions: readonly TakeSample[],
  callCount: number,
  length: PhaseLength,
  world: RoundWorld,
): Promise<Round[]> {
  const rounds: Round[] = [];
  const fromMs = world.clock();
  do rounds.push(await takeRound(functions, callCount, world));
  while (world.clock() - fromMs < length.ms || TAKES * rounds.length * callCount < length.callCount);
  return rounds;
}

async function takeRound(functions: readonly TakeSample[], callCount: number, world: RoundWorld): Promise<Round> {
  const round: number[] = new Array(TAKES * functions.length).fill(0);
  for (const take of shuffled([...round.keys()], world.random)) {
    world.throwIfAborted();
    round[take] = await (functions[take % functions.length] as TakeSample)(callCount);
  }
  await world.nextTurn();
  return round;
}

function stillClock(): BenchError {
  return new BenchError(
    'CLOCK_REPLACED',
    `no time passed in ${MOST_CALLS} calls.`,
    "If fake timers are on, add 'overlap-bench/vitest/setup' to setupFiles: it takes the clock before they do.",
  );
}
