// The test that may be looked at after every round. A gambler bets each round on the sign of the log-ratio, for a
// share of the wealth set by its size's rank among those seen; if order is random and the arms are the same code, the
// sign is a fair coin whatever the noise, so the wealth is a martingale and reaches 1/alpha with chance at most alpha,
// at any time (Ville 1939; Shafer, "Testing by betting", JRSS A 184, 2021). Averages a few fixed shares. Misleads when
// two processes of the same code differ for as long as they live: that is what epochs, and their interval, are for.

import { SortedValues } from '../ranks/sorted-values.ts';

/** How the gambler is set up. */
export interface BettingOptions {
  /** Chance of ever deciding between equal arms, 0..1. */
  readonly alpha: number;
  /** Tests against "at most this much faster or slower", as a ratio; 1, the default, against "the same". */
  readonly nullRatio?: number;
}

/** What is known after a round. */
export interface BettingState {
  /** Evidence that the log-ratio lies above the null: a fair game from 1. */
  readonly wealthFaster: number;
  /** Evidence that it lies below the null. */
  readonly wealthSlower: number;
  /** Set from the first round at which the mean of both wealths reached 1/alpha, and kept. */
  readonly decided: 'faster' | 'slower' | null;
}

/** A share of the wealth for each sign, whatever the size; finds large effects in about ten rounds. */
const SIGN_BETS = [0.1, 0.25, 0.5, 0.9, 1];
/** A share in proportion to the rank of the size; finds small effects, for which small differences are mostly noise. */
const RANK_BETS = [0.1, 0.2, 0.35, 0.6, 0.95];
/** Leaves room to multiply on without overflow; evidence beyond it says nothing more. */
const MOST_WEALTH = 1e290;

/** The sign-flip betting test. With a null ratio its validity also assumes a constant multiplicative effect. */
export class BettingTest {
  readonly #alpha: number;
  readonly #faster: Gambler;
  readonly #slower: Gambler;
  #decided: 'faster' | 'slower' | null = null;
  #mostWealth = 1;

  constructor(options: BettingOptions) {
    const { alpha, nullRatio = 1 } = options;
    if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha lies between 0 and 1, got ${alpha}.`);
    if (!(nullRatio >= 1)) throw new RangeError(`nullRatio is at least 1, got ${nullRatio}.`);
    this.#alpha = alpha;
    this.#faster = new Gambler(Math.log(nullRatio));
    this.#slower = new Gambler(Math.log(nullRatio));
  }

  /** Takes the next round's ln(reference time / arm time); throws RangeError unless it is finite. */
  observe(logRatio: number): BettingState {
    if (!Number.isFinite(logRatio)) throw new RangeError(`A log-ratio must be finite, got ${logRatio}.`);
    const wealthFaster = this.#faster.bet(logRatio);
    const wealthSlower = this.#slower.bet(-logRatio);
    const wealth = (wealthFaster + wealthSlower) / 2;
    this.#mostWealth = Math.max(this.#mostWealth, wealth);
    if (this.#decided === null && wealth >= 1 / this.#alpha) {
      this.#decided = wealthFaster > wealthSlower ? 'faster' : 'slower';
    }
    return { wealthFaster, wealthSlower, decided: this.#decided };
  }

  /** The anytime-valid p-value: 1 over the most wealth there ever was, 0..1. */
  get probability(): number {
    return 1 / this.#mostWealth;
  }
}

class Gambler {
  readonly #nullShift: number;
  readonly #sizes = new SortedValues();
  readonly #signWealth = SIGN_BETS.map(() => 1);
  readonly #rankWealth = RANK_BETS.map(() => 1);

  constructor(nullShift: number) {
    this.#nullShift = nullShift;
  }

  bet(logRatio: number): number {
    const difference = logRatio - this.#nullShift;
    const smaller = this.#sizes.insert(Math.abs(difference));
    const sign = Math.sign(difference);
    const weight = (smaller + 1) / this.#sizes.count;
    multiply(this.#signWealth, SIGN_BETS, sign);
    multiply(this.#rankWealth, RANK_BETS, sign * Math.min(1, weight));
    return (total(this.#signWealth) + total(this.#rankWealth)) / (SIGN_BETS.length + RANK_BETS.length);
  }
}

function multiply(wealth: number[], bets: readonly number[], outcome: number): void {
  bets.forEach((bet, index) => {
    wealth[index] = Math.min(MOST_WEALTH, (wealth[index] as number) * (1 + bet * outcome));
  });
}

function total(wealth: readonly number[]): number {
  return wealth.reduce((sum, value) => sum + value, 0);
}
