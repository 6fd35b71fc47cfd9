// tachometer's auto-sampling: take turns, look at the 95 % interval of the difference of means after every round from
// the fiftieth on, stop when it excludes zero. Looking again and again at an interval meant for one look is how 5 %
// becomes 15 %.

import { tQuantile } from '../../src/stats/distributions/t-distribution.ts';
import { type Call, callOf, type Rule } from './rule.ts';

const FIRST_LOOK = 50;
const LAST_LOOK = 300;

/** Student's t for each number of rounds at which it looks: the same in all trials. */
const REACH = Array.from({ length: LAST_LOOK + 1 }, (_, count) =>
  count < FIRST_LOOK ? 0 : tQuantile(0.975, 2 * count - 2),
);

export const tachometer: Rule = {
  id: '95 % interval, peeking →300',
  standsFor: 'tachometer, in turn',
  needs: { blockedCount: 0, roundCount: LAST_LOOK },
  decide({ rounds }): Call {
    const a = new Running();
    const b = new Running();
    for (const [index, pair] of rounds.slice(0, LAST_LOOK).entries()) {
      a.add(pair.numeratorMs);
      b.add(pair.denominatorMs);
      const count = index + 1;
      if (count < FIRST_LOOK) continue;
      const reach = (REACH[count] as number) * Math.sqrt((a.variance + b.variance) / count);
      if (Math.abs(b.mean - a.mean) > reach) return callOf(b.mean / a.mean, true, count);
    }
    return { called: null, roundCount: LAST_LOOK };
  },
};

// Welford's running mean and variance (Technometrics 4, 1962).
class Running {
  mean = 0;
  #count = 0;
  #squares = 0;

  add(value: number): void {
    this.#count++;
    const before = value - this.mean;
    this.mean += before / this.#count;
    this.#squares += before * (value - this.mean);
  }

  get variance(): number {
    return this.#squares / (this.#count - 1);
  }
}
