// Rounds as two noisy cores give them, without the cores: processes that differ for as long as they live, a drift and
// bursts that hit neighbours in time, skewed noise with spikes. The figures are chosen so that the series look like
// measured ones (p95/p50 of 1.5 to 2, lag-1 autocorrelation of 0.1 to 0.4 before pairing and about none after).

import { normalQuantile } from '../../src/stats/distributions/normal.ts';
import type { Session, SessionEpoch } from './session.ts';

/** How a simulated machine misbehaves; all spreads in log units. */
export interface MachineNoise {
  readonly name: string;
  /** Of the difference between two processes of the same code. */
  readonly offsetSd: number;
  /** Chance that a process is stuck in another tier for as long as it lives, and the mean size of that. */
  readonly stuck: { readonly share: number; readonly size: number };
  /** Of a drift with a memory of some fifty rounds. */
  readonly driftSd: number;
  /** Of one sample. */
  readonly noiseSd: number;
  /** Chance of a spike in a sample, and its mean size. */
  readonly spikes: { readonly share: number; readonly size: number };
  /** Chance that a burst of neighbours begins in a round, its mean length in rounds and what it adds. */
  readonly bursts: { readonly share: number; readonly rounds: number; readonly size: number };
}

export const QUIET: MachineNoise = {
  name: 'simulated, quiet',
  offsetSd: 0.013,
  stuck: { share: 0, size: 0 },
  driftSd: 0.03,
  noiseSd: 0.05,
  spikes: { share: 0.02, size: 0.3 },
  bursts: { share: 0, rounds: 1, size: 0 },
};

export const NOISY: MachineNoise = {
  name: 'simulated, noisy',
  offsetSd: 0.027,
  stuck: { share: 0, size: 0 },
  driftSd: 0.1,
  noiseSd: 0.12,
  spikes: { share: 0.06, size: 0.5 },
  bursts: { share: 0.01, rounds: 10, size: 0.4 },
};

/** Two cores with one light process beside them, which takes 0.15 of a core. */
export const LIGHT_NEIGHBOUR: MachineNoise = {
  name: 'simulated, light neighbour',
  offsetSd: 0.035,
  stuck: { share: 0, size: 0 },
  driftSd: 0.05,
  noiseSd: 0.1,
  spikes: { share: 0.03, size: 0.3 },
  bursts: { share: 0.005, rounds: 8, size: 0.3 },
};

/** The same, and now and then a process is stuck, as 1 in 40 of the measured ones was. */
export const UNEVEN: MachineNoise = {
  ...LIGHT_NEIGHBOUR,
  name: 'simulated, uneven',
  stuck: { share: 0.025, size: 0.3 },
};

/** A session with so many rounds in each epoch. */
export function simulateSession(machine: MachineNoise, epochRounds: readonly number[], random: () => number): Session {
  return { name: machine.name, epochs: epochRounds.map((roundCount) => epochOf(machine, roundCount, random)) };
}

function epochOf(machine: MachineNoise, roundCount: number, random: () => number): SessionEpoch {
  const a: number[] = [];
  const b: number[] = [];
  const offset = Math.exp(machine.offsetSd * normal(random) + stuckBy(machine, random));
  let drift = machine.driftSd * normal(random);
  let burstRounds = 0;
  const burst = (): number => (burstRounds > 0 ? machine.bursts.size : 0);
  for (let round = 0; round < roundCount; round++) {
    drift = 0.98 * drift + Math.sqrt(1 - 0.98 ** 2) * machine.driftSd * normal(random);
    const first = burst();
    if (burstRounds > 0) burstRounds--;
    else if (random() < machine.bursts.share) burstRounds = Math.ceil(machine.bursts.rounds * exponential(random));
    // A burst may begin or end between the two samples of a round; who came first was a coin.
    const [forA, forB] = random() < 0.5 ? [first, burst()] : [burst(), first];
    a.push(10 * offset * Math.exp(drift + forA + ownNoise(machine, random)));
    b.push(10 * Math.exp(drift + forB + ownNoise(machine, random)));
  }
  return { a, b };
}

function stuckBy({ stuck }: MachineNoise, random: () => number): number {
  if (stuck.share === 0 || random() >= stuck.share) return 0;
  return (random() < 0.5 ? -1 : 1) * stuck.size * exponential(random);
}

function ownNoise({ noiseSd, spikes }: MachineNoise, random: () => number): number {
  const spike = random() < spikes.share ? spikes.size * exponential(random) : 0;
  return noiseSd * Math.abs(normal(random)) + spike;
}

function normal(random: () => number): number {
  return normalQuantile(Math.max(1e-12, random()));
}

function exponential(random: () => number): number {
  return -Math.log(1 - random());
}
