// A machine for tests of rounds: its clock moves only when a function of known length is called.

import type { BenchmarkGroup } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import type { RoundWorld } from '../measuring/rounds.ts';

/** A clock that stands until it is moved, and all that rounds see of the machine. */
export class FakeMachine {
  nowMs = 0;
  turnCount = 0;
  readonly clock = () => this.nowMs;
  readonly world: RoundWorld = {
    clock: this.clock,
    nextTurn: async () => {
      this.turnCount++;
    },
    random: seededRandom(1),
    throwIfAborted: () => {},
  };

  /** A function that takes so long, and is noted by its name in `called`. */
  takes(ms: number, called: string[] = [], name = ''): () => number {
    return () => {
      called.push(name);
      this.nowMs += ms;
      return ms;
    };
  }
}

/** A group as vitest hands it over; what nobody asks for is not there. */
export function groupOf(
  registrations: BenchmarkGroup['registrations'],
  options: BenchmarkGroup['options'] = {},
  signal = new AbortController().signal,
): BenchmarkGroup {
  const test = { context: { signal } } as unknown as BenchmarkGroup['test'];
  return { test, config: { retainSamples: false } as BenchmarkGroup['config'], registrations, options };
}
