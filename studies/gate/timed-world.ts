// The real world with a stopwatch: what it took to start the processes of a pair (and to wait for those before them to
// leave), to warm them up, and to measure their rounds.

import { openRealWorld } from '../../src/runner/processes/real-world.ts';
import type { World } from '../../src/runner/world.ts';

/** What one epoch took, all its cells together. */
export interface EpochCost {
  readonly startMs: number;
  readonly warmMs: number;
  readonly roundsMs: number;
}

/** A world for `runPairEpoch`, and what its last epoch took. */
export interface TimedWorld extends Pick<World, 'now' | 'openEpoch' | 'close'> {
  /** For the epochs to come: time that each arm is warmed up for before the gate's own warm-up begins. */
  moreWarmupMs: number;
  lastCost(): EpochCost;
}

const WORLD = { deadlineMs: 30_000, imports: [], mostRequestCount: null, target: null, onPort: null };

/** Starts nothing yet. */
export function openTimedWorld(): TimedWorld {
  const world = openRealWorld({ settings: WORLD }, new AbortController().signal);
  const cost = { startMs: 0, warmMs: 0, roundsMs: 0 };
  const timed = async <T>(part: keyof typeof cost, work: () => Promise<T>): Promise<T> => {
    const fromMs = world.now();
    try {
      return await work();
    } finally {
      cost[part] += world.now() - fromMs;
    }
  };
  return {
    moreWarmupMs: 0,
    now: () => world.now(),
    close: () => world.close(),
    lastCost: () => ({ ...cost }),
    async openEpoch(cells) {
      Object.assign(cost, { startMs: 0, warmMs: 0, roundsMs: 0 });
      const epoch = await timed('startMs', () => world.openEpoch(cells));
      for (const index of cells.keys()) {
        const untilMs = world.now() + this.moreWarmupMs;
        while (world.now() < untilMs) await timed('warmMs', () => epoch.warmUp(index));
      }
      return {
        get liveCount() {
          return epoch.liveCount;
        },
        warmUp: (index) => timed('warmMs', () => epoch.warmUp(index)),
        calibrate: (limitMs, turn) => epoch.calibrate(limitMs, turn),
        probeSideBySide: (limitMs, wanted) => epoch.probeSideBySide(limitMs, wanted),
        runRound: (...round) => timed('roundsMs', () => epoch.runRound(...round)),
        keepTimelines: (...kept) => epoch.keepTimelines(...kept),
        close: () => epoch.close(),
        kill: () => epoch.kill(),
      };
    },
  };
}
