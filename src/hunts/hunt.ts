// What a hunt is: a task, a broken program, hidden figures that a seed decides, and the signs by which a run of the program
// shows what its writer believes. A program is right when its answer is and no sign shows.

import type { FixtureOptions } from '../../fixtures/options.ts';
import { seededRandom } from '../model/seeded-random.ts';
import type { Facts } from './facts.ts';
import { ELSEWHERE, GENERAL_SIGNS } from './signs/general.ts';

/** What the right answer of `run` is: a value, or a failure with the status of a page. */
export type RightEnd = { readonly value: unknown } | { readonly failsWith: number };

/** What a run shows of a mistaken belief. */
export interface Sign<Inputs> {
  /** The belief or the habit, in a few words. */
  readonly misconception: string;
  /** What was seen, with the figures of this run; null where it does not show. */
  readonly seen: (facts: Facts, inputs: Inputs, right: RightEnd) => string | null;
  /** Why it is so. */
  readonly why: string;
  /** Where to look: a hint, never the solution. */
  readonly look: string;
}

/** The judgement of one run. */
export type Verdict =
  | { readonly solved: true }
  | {
      readonly solved: false;
      readonly misconception: string;
      readonly seen: string;
      readonly why: string;
      readonly look: string;
    };

/** A hunt as its file declares it. */
export interface HuntDefinition<Inputs extends object> {
  readonly number: number;
  /** Of its broken program in `hunts/`, without a hint. */
  readonly file: string;
  readonly title: string;
  /** What the program is to do; never what is wrong with it. */
  readonly task: string;
  /** The hidden figures. */
  readonly make: (random: () => number) => { readonly inputs: Inputs; readonly fixture?: FixtureOptions };
  /** `lengthOf` tells the characters of the page that a path was answered with. */
  readonly rightEnd: (inputs: Inputs, lengthOf: (path: string) => number | null) => RightEnd;
  /** The first that shows is named. */
  readonly signs: readonly Sign<Inputs>[];
  /** Why a right program is right, and what to read next. */
  readonly afterwards: string;
}

/** One set of hidden figures, and the judge of a run with them. */
export interface HuntTurn {
  readonly inputs: object;
  readonly fixture: FixtureOptions;
  judge(facts: Facts): Verdict;
}

export interface Hunt extends Omit<HuntDefinition<never>, 'make' | 'rightEnd' | 'signs'> {
  open(seed: number): HuntTurn;
}

/** Declares a hunt. */
export function defineHunt<Inputs extends object>(definition: HuntDefinition<Inputs>): Hunt {
  const { make, rightEnd, signs, ...rest } = definition;
  return {
    ...rest,
    open(seed) {
      const { inputs, fixture = {} } = make(seededRandom(seed));
      return { inputs, fixture, judge: (facts) => judge(facts, inputs, { rightEnd, signs }) };
    },
  };
}

function judge<Inputs extends object>(
  facts: Facts,
  inputs: Inputs,
  { rightEnd, signs }: Pick<HuntDefinition<Inputs>, 'rightEnd' | 'signs'>,
): Verdict {
  const right = rightEnd(inputs, (path) => lengthOf(facts, path));
  for (const { misconception, seen, why, look } of [ELSEWHERE, ...signs, ...GENERAL_SIGNS]) {
    const shown = seen(facts, inputs, right);
    if (shown !== null) return { solved: false, misconception, seen: shown, why, look };
  }
  return { solved: true };
}

function lengthOf({ requests }: Facts, path: string): number | null {
  return requests.find((each) => each.path === path && each.status === 200)?.characterCount ?? null;
}
