// Why some mutants may live. Each is known by its file and its code, not by its line, so that it is found again when
// the file grows; an entry that fits no survivor is printed as out of date.

/** A survivor that stands, and why. */
export interface StandingMutant {
  readonly file: string;
  /** The code as it stands, or a part of it. */
  readonly original: string;
  /** What stood in its place; left out where any replacement is meant. */
  readonly replacement?: string;
  readonly reason: string;
}

const SHIFT = 'src/stats/ranks/shift.ts';
const WALSH = 'src/stats/ranks/walsh.ts';
const SORTED = 'src/stats/ranks/sorted-values.ts';

const SAME_RANKS = 'of an odd count both ranks name the same value; the branch only saves a search';
const PAST_THE_END = 'past the end is undefined, and no comparison with it holds';
const SEARCH_END = 'the bounds never stand exactly so far apart; one more or one fewer step finds the same value';
const BLOCKS = 'blocks of any size give the same ranks; their size is for speed';

export const STANDING: readonly StandingMutant[] = [
  { file: SHIFT, original: 'count % 2', reason: SAME_RANKS },
  { file: WALSH, original: 'count % 2', reason: SAME_RANKS },
  { file: SHIFT, original: 'next < head.length', reason: PAST_THE_END },
  { file: SHIFT, original: 'within < head.length', reason: PAST_THE_END },
  { file: WALSH, original: 'j >= i', replacement: 'true', reason: PAST_THE_END },
  { file: WALSH, original: 'j >= 0', replacement: 'true', reason: PAST_THE_END },
  { file: WALSH, original: 'i < sorted.length', replacement: 'i <= sorted.length', reason: PAST_THE_END },
  {
    file: SHIFT,
    original: 'high - low > 1e-15',
    replacement: 'high - low >= 1e-15 * Math.max(1, Math.abs(low), Math.abs(high))',
    reason: SEARCH_END,
  },
  {
    file: WALSH,
    original: 'high - low > 1e-15',
    replacement: 'high - low >= 1e-15 * Math.max(1, Math.abs(low), Math.abs(high))',
    reason: SEARCH_END,
  },
  { file: SHIFT, original: '(head[next] as number) - value <= bound', reason: SEARCH_END },
  { file: WALSH, original: '(value + (sorted[j] as number)) / 2 > bound', reason: SEARCH_END },
  { file: SORTED, original: 'block.length > BLOCK_LIMIT', reason: BLOCKS },
  {
    file: SORTED,
    original: 'from < block.length',
    reason: `${PAST_THE_END}; looking into the next block finds no tie there`,
  },
  { file: SORTED, original: '[]', reason: 'a word sorts behind every number and is never counted' },
];
