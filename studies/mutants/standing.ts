// Why some mutants may live. Each is known by its file and its code, not by its line, so that it is found again when
// the file grows; an entry that fits no survivor is printed.

/** A survivor that stands, and why. */
export interface StandingMutant {
  readonly file: string;
  /** The code as it stands, or a part of it. */
  readonly original: string;
  /** What stood in its place; left out where any replacement is meant. */
  readonly replacement?: string;
  readonly reason: string;
}

const WALSH = 'src/stats/ranks/walsh.ts';
const SORTED = 'src/stats/ranks/sorted-values.ts';

const SAME_RANKS = 'of an odd count both ranks name the same value; the branch only saves a search';
const PAST_THE_END = 'past the end is undefined, and no comparison with it holds';
const SEARCH_END = 'the bounds never stand exactly so far apart; one more or one fewer step finds the same value';
const BLOCKS = 'blocks of any size give the same ranks; their size is for speed';

const NEVER_EXACT = 'no computed value stands exactly on this border';
const SAME_THERE = 'both sides of this border give the same value there';

const ONCE_LOADED = 'read when the file is loaded, once for all tests';

const NO_MATCH = 'what does not match is no number, whatever stands in for it';
const TYPES = 'always there; the check is for the types';
const ALL_FILLED = 'every place is filled afterwards';
const TIE = 'of equals any will do';
const NO_NUMBER = '0 of 0 is no number and passes no limit';
const RESAMPLES = 'how often is resampled only makes an interval surer';

export const STANDING: readonly StandingMutant[] = [
  { file: 'src/runner/plan/arms.ts', original: "' and '", reason: 'there is no shape that suits two kinds of work' },
  { file: 'src/runner/plan/budget.ts', original: 'standing?.settled', reason: 'every turn is that of a scenario' },
  {
    file: 'src/runner/plan/rounds/round-orders.ts',
    original: 'rounds.length < roundCount',
    reason: 'one square too many is cut off again',
  },
  { file: 'src/runner/plan/settled.ts', original: '[]', reason: 'a word has no round, and settles nothing' },
  {
    file: 'src/cli/actions/measuring/run.ts',
    original: "'go on with the same flags and --resume.'",
    reason: ONCE_LOADED,
  },
  { file: 'src/cli/actions/starting/list.ts', original: '[]', reason: 'there are three groups, always' },
  {
    file: 'src/cli/runtime.ts',
    original: '[]',
    reason: 'what is needed is always named, and the first word is not read',
  },
  {
    file: 'src/api/running/run-settings.ts',
    original: "', '",
    reason: 'there is one strategy that does not suit all work, so no two can be named',
  },
  {
    file: 'src/cli/interrupt.ts',
    original: 'firstAtMs !== undefined',
    replacement: 'true',
    reason: 'before the first there is no time to be far from',
  },
  { file: 'src/cli/numbers.ts', original: "''", reason: NO_MATCH },
  { file: 'src/cli/numbers.ts', original: '[]', reason: NO_MATCH },
  { file: 'src/cli/numbers.ts', original: 'value >= 0', replacement: 'true', reason: 'no sign can be typed' },
  { file: 'src/cli/run-cli.ts', original: 'false', reason: 'help has no colours that could be taken out' },
  { file: 'src/cli/run-cli.ts', original: '() => false', reason: 'help has no colours that could be taken out' },
  { file: 'src/cli/actions/places.ts', original: "'printed'", reason: "only 'kept' is asked for" },
  {
    file: 'src/api/running/run-settings.ts',
    original: 'rounds !== undefined',
    reason: 'no number is fewer than undefined, nor undefined fewer than a number',
  },
  {
    file: 'src/api/running/run-settings.ts',
    original: 'epochs !== undefined',
    reason: 'no number is fewer than undefined, nor undefined fewer than a number',
  },
  { file: WALSH, original: 'count % 2', reason: SAME_RANKS },
  { file: WALSH, original: 'j >= i', replacement: 'true', reason: PAST_THE_END },
  { file: WALSH, original: 'j >= 0', replacement: 'true', reason: PAST_THE_END },
  { file: WALSH, original: 'i < sorted.length', replacement: 'i <= sorted.length', reason: PAST_THE_END },
  {
    file: WALSH,
    original: 'high - low > 1e-15',
    replacement: 'high - low >= 1e-15 * Math.max(1, Math.abs(low), Math.abs(high))',
    reason: SEARCH_END,
  },
  { file: WALSH, original: '(value + (sorted[j] as number)) / 2 > bound', reason: SEARCH_END },
  { file: SORTED, original: 'block.length > BLOCK_LIMIT', reason: BLOCKS },
  {
    file: SORTED,
    original: 'from < block.length',
    reason: `${PAST_THE_END}; looking into the next block finds no tie there`,
  },
  { file: SORTED, original: '[]', reason: 'a word sorts behind every number and is never counted' },
  {
    file: 'src/stats/bootstrap.ts',
    original: 'p > 0.5',
    reason: 'from either end the same rank is found; the nearer is quicker',
  },
  {
    file: 'src/stats/bootstrap.ts',
    original: 'MOST_DRAWS / pairs.length',
    reason: 'only samples of thousands have fewer resamples',
  },
  {
    file: 'src/stats/bootstrap.ts',
    original: 'resample < resamples',
    reason: 'writing past the end of a typed array does nothing',
  },
  { file: 'src/stats/decisions/stopping.ts', original: 'FAR_RATIO', reason: NEVER_EXACT },
  { file: 'src/stats/decisions/betting.ts', original: 'wealth >= 1 / this.#alpha', reason: NEVER_EXACT },
  { file: 'src/stats/distributions/incomplete-beta.ts', original: 'Math.abs(', reason: NEVER_EXACT },
  { file: 'src/stats/distributions/incomplete-beta.ts', original: 'm <= 500', reason: 'it has converged long before' },
  {
    file: 'src/stats/distributions/incomplete-beta.ts',
    original: 'x < 0.5',
    reason: 'the series is as exact below, where it was tried',
  },
  { file: 'src/stats/distributions/normal.ts', original: 'Math.abs(', reason: SAME_THERE },
  { file: 'src/stats/distributions/normal.ts', original: 'z < 0', reason: 'only beyond 3, where z is not 0' },
  { file: 'src/stats/distributions/normal.ts', original: 'z > 39', reason: 'the density is 0 there anyway' },
  {
    file: 'src/stats/distributions/normal.ts',
    original: 'Number.isNaN(z)',
    reason: 'what is no number stays none without the guard',
  },
  {
    file: 'src/stats/distributions/t-distribution.ts',
    original: 'Number.isNaN(t)',
    reason: 'what is no number stays none without the guard',
  },
  { file: 'src/stats/distributions/t-distribution.ts', original: 'df > NEARLY_NORMAL_DF', reason: SAME_THERE },
  {
    file: 'src/stats/paired/epoch-interval.ts',
    original: 'borrowedShare === 0',
    reason: 'nothing times the variance is nothing; the branch saves computing it',
  },
  { file: 'src/stats/series/stability.ts', original: 'probability < 0.01', reason: NEVER_EXACT },
  { file: 'src/stats/series/stability.ts', original: 'drift > 0', reason: 'a drift of 0 is below every limit' },
  {
    file: 'src/stats/series/trend.ts',
    original: 'score += Math.sign(rise)',
    reason: 'only the size of the score is used',
  },
  {
    file: 'src/theory/bounds.ts',
    original: 'k * machineCount',
    reason: 'past the end stand the shortest tasks, together never more than the average load',
  },
  { file: 'src/theory/event-queue.ts', original: 'first === undefined', reason: TYPES },
  { file: 'src/theory/event-queue.ts', original: 'moved === undefined', reason: TYPES },
  { file: 'src/theory/event-queue.ts', original: 'event !== null', reason: TYPES },
  { file: 'src/theory/event-queue.ts', original: 'a.sequence < b.sequence', reason: 'no two events have one number' },
  {
    file: 'src/theory/model.ts',
    original: "computesOn === 'workers'",
    replacement: 'true',
    reason: 'what waits and computes on the loop has returned before',
  },
  {
    file: 'src/theory/prediction.ts',
    original: 'serverSlots === null',
    replacement: 'false',
    reason: 'on no machines every task ends at 0',
  },
  {
    file: 'src/theory/prediction.ts',
    original: 'limitMs === 0',
    replacement: 'false',
    reason: 'the cheapest way home is part of every makespan anyway',
  },
  { file: 'src/theory/schedule.ts', original: 'new Array<number>', reason: ALL_FILLED },
  { file: 'src/theory/schedule.ts', original: 'jobs[a]?.atMs', reason: TYPES },
  { file: 'src/theory/schedule.ts', original: 'jobs[b]?.atMs', reason: TYPES },
  { file: 'src/theory/schedule.ts', original: 'job === undefined', reason: TYPES },
  { file: 'src/theory/schedule.ts', original: 'machine === null', reason: TYPES },
  { file: 'src/theory/schedule.ts', original: 'tasks[index]?.finishMs', reason: TYPES },
  { file: 'src/report/audits/digest.ts', original: 'reference?.name', reason: TYPES },
  { file: 'src/report/audits/floor.ts', original: 'sample.wallMs < least.wallMs', reason: TIE },
  { file: 'src/report/audits/kernel.ts', original: 'epoch[place]?.computeWallMs', reason: TYPES },
  { file: 'src/report/audits/kernel.ts', original: 'beforeMs > afterMs', reason: 'equal sides are no step either way' },
  { file: 'src/report/audits/kernel.ts', original: 'ratio > largest.ratio', reason: TIE },
  { file: 'src/report/audits/server-bound.ts', original: 'busy > BUSY_SERVER_RATIO', reason: NEVER_EXACT },
  { file: 'src/report/audits/server-bound.ts', original: 'ioMs === 0', replacement: 'false', reason: NO_NUMBER },
  { file: 'src/report/judging/family.ts', original: '[]', reason: TYPES },
  { file: 'src/report/judging/family.ts', original: '(adjusted[index] ?? 1)', reason: NEVER_EXACT },
  { file: 'src/report/judging/family.ts', original: 'low > 1', reason: NEVER_EXACT },
  { file: 'src/report/judging/family.ts', original: 'high < 1', reason: NEVER_EXACT },
  { file: 'src/report/judging/tails.ts', original: 'RESAMPLE_COUNT / 2', reason: RESAMPLES },
  { file: 'src/report/judging/tails.ts', original: 'pairs.length > MANY_ROUNDS', reason: RESAMPLES },
  { file: 'src/report/judging/tails.ts', original: 'FEWEST_BEYOND - 1e-9', reason: NEVER_EXACT },
  {
    file: 'src/report/judging/tails.ts',
    original: 'quantiles.length === 0',
    reason: 'without quantiles there are no tails; the branch saves resampling',
  },
  { file: 'src/report/judging/tails.ts', original: '[]', reason: TYPES },
  { file: 'src/report/judging/tails.ts', original: 'name === undefined', reason: TYPES },
  { file: 'src/report/judging/tails.ts', original: 'tail.ratio > 1', reason: 'what is apart from 1 is not 1' },
  { file: 'src/report/judging/winner.ts', original: 'judgement.interval99.ratio', reason: NEVER_EXACT },
];
