// Ready comparisons that several tests draw: every kind of news side by side, and what stored results come to.

import { type ArmKey, armName } from '../../model/arm-key.ts';
import type {
  ComparedCell,
  Comparison,
  SelfTest,
  UnmatchedCell,
  UnmatchedNews,
  VersionVerdict,
} from '../../model/report/comparison.ts';

const MACHINE = 'Example CPU @ 2.50GHz, 2 cores';

/** Where the scenarios of the samples are; one that comes with the suite has no file. */
const FILES: Readonly<Record<string, string>> = { 'look-up': 'bench/look-up.scenario.ts' };

/** `download-pages gather` or `count-primes pool w2`. */
function armOf(words: string): { key: ArmKey; name: string; file: string | null } {
  const [scenarioId = '', strategyId = '', ...settings] = words.split(' ');
  const entries = settings.map((each) => [each[0] === 'c' ? 'concurrency' : 'threads', Number(each.slice(1))]);
  const key: ArmKey = { scenarioId, strategyId, parameters: Object.fromEntries(entries), subject: 'worktree' };
  return { key, name: armName(key), file: FILES[scenarioId] ?? null };
}

/** A cell whose head takes `ratio` times the time of its base. */
export function cell(
  words: string,
  verdict: VersionVerdict,
  baseMs: number,
  more: Partial<ComparedCell> = {},
): ComparedCell {
  const { change = { ratio: 1.001, low: 0.993, high: 1.009 }, ...rest } = more;
  return {
    ...armOf(words),
    baseMs,
    headMs: baseMs * change.ratio,
    change,
    levelRatio: 0.95,
    verdict,
    detectableRatio: 1.042,
    basedOnCount: 8,
    reason: null,
    ...rest,
  };
}

/** A cell without a verdict. */
export function unmatched(words: string, news: UnmatchedNews, reason: string): UnmatchedCell {
  return { ...armOf(words), news, reason };
}

const passedSelfTest: SelfTest = {
  passed: true,
  key: armOf('download-pages gather').key,
  name: 'gather',
  identical: { change: { ratio: 1.002, low: 0.989, high: 1.015 }, verdict: 'within margin' },
  slowed: { injectedRatio: 0.1, change: { ratio: 1.098, low: 1.082, high: 1.114 }, verdict: 'regressed' },
  faults: { faultCount: 24, missed: [] },
};

/** A gate with every kind of news. */
export const sideBySide: Comparison = {
  tier: 'side by side',
  createdAt: '2026-11-24T10:00:00.000Z',
  base: {
    label: 'HEAD^1',
    createdAt: '2026-11-24T10:00:00.000Z',
    commit: '0123456789abcdef0123456789abcdef01234567',
    machine: MACHINE,
  },
  head: { label: 'working tree', createdAt: '2026-11-24T10:00:00.000Z', commit: null, machine: MACHINE },
  marginRatio: 0.03,
  cells: [
    cell('look-up gather', 'regressed', 12.61, { change: { ratio: 1.128, low: 1.108, high: 1.149 }, basedOnCount: 15 }),
    cell('count-primes pool w2', 'improved', 33.2, {
      change: { ratio: 0.871, low: 0.842, high: 0.902 },
      basedOnCount: 15,
      detectableRatio: 1.091,
    }),
    cell('look-up bounded c4', 'inconclusive', 20.4, {
      change: { ratio: 1.043, low: 0.991, high: 1.098 },
      basedOnCount: 15,
      detectableRatio: 1.112,
      reason: 'the pairs do not agree well enough: the interval holds no change and one beyond the margin',
    }),
    cell('look-up sequential', 'within margin', 44.1),
    cell('download-pages sequential', 'within margin', 201.3, { detectableRatio: 1.018 }),
    cell('download-pages gather', 'within margin', 11.9),
    cell('count-primes sequential', 'within margin', 50.7, { detectableRatio: 1.05 }),
  ],
  unmatched: [
    unmatched('look-up pool w2', 'broken', 'no numbers in head: TASK_THREW: Cannot find module ./table.js'),
    unmatched('download-pages bounded c8', 'outputs changed', 'its tasks give other outputs in head than in base'),
    unmatched('old-parser sequential', 'removed', 'the scenario is in base only'),
    unmatched('old-parser gather', 'removed', 'the scenario is in base only'),
    unmatched('new-parser sequential', 'added', 'the scenario is in head only'),
  ],
  warnings: [
    {
      code: 'busy-machine',
      message: 'Other programs used 0.4 cores while it measured.',
      remedy: 'Close them, or use a runner of your own.',
    },
  ],
  comparable: true,
  complete: true,
  measuredMs: 41_900,
  selfTest: passedSelfTest,
  history: null,
};

/** The same without any news. */
export const calm: Comparison = {
  ...sideBySide,
  cells: sideBySide.cells.filter(({ verdict }) => verdict === 'within margin'),
  unmatched: [],
  warnings: [],
};

/** The same of a gate that did not see what was put there. */
export const unbelievable: Comparison = {
  ...sideBySide,
  selfTest: {
    ...passedSelfTest,
    passed: false,
    slowed: { injectedRatio: 0.1, change: { ratio: 1.021, low: 0.981, high: 1.062 }, verdict: 'inconclusive' },
    faults: { faultCount: 24, missed: ['a pair twice'] },
  },
};

/** The same, interrupted. */
export const interrupted: Comparison = { ...sideBySide, complete: false, selfTest: null };

/** So many cells that those without news are folded away. */
export const large: Comparison = {
  ...sideBySide,
  cells: [
    ...sideBySide.cells,
    ...Array.from({ length: 30 }, (_, index) =>
      cell(`page-${index % 5} bounded c${index + 1}`, 'within margin', 20 + index),
    ),
  ],
};

/** Stored results judged by their history. */
export const stored: Comparison = {
  ...sideBySide,
  tier: 'stored',
  base: {
    label: '14 past runs',
    createdAt: '2026-11-20T10:00:00.000Z',
    commit: '0123456789abcdef0123456789abcdef01234567',
    machine: MACHINE,
  },
  head: {
    label: 'head.json',
    createdAt: '2026-11-24T10:00:00.000Z',
    commit: 'fedcba9876543210fedcba9876543210fedcba98',
    machine: MACHINE,
  },
  marginRatio: 0.25,
  cells: [
    cell('look-up gather', 'regressed', 63.2, {
      change: { ratio: 1.503, low: 1.286, high: 1.721 },
      basedOnCount: 14,
      detectableRatio: 1.31,
    }),
    cell('download-pages sequential', 'within margin', 1209.9, { basedOnCount: 14, detectableRatio: 1.27 }),
    cell('count-primes pool w2', 'inconclusive', 101.2, {
      change: { ratio: 1.12, low: 0.84, high: 1.46 },
      basedOnCount: 14,
      detectableRatio: 1.52,
      reason: 'past runs of it differ by more than the margin',
    }),
  ],
  unmatched: [
    unmatched('download-pages bounded', 'not comparable', 'different settings: concurrency 10 in base, 5 in head'),
  ],
  warnings: [],
  measuredMs: null,
  selfTest: null,
  history: { runCount: 22, likeCount: 14, neededCount: 10 },
};

/** The same with too few past runs for a verdict. */
export const youngHistory: Comparison = {
  ...stored,
  base: { ...stored.base, label: '4 past runs' },
  cells: stored.cells.map((each) => ({
    ...each,
    verdict: 'inconclusive',
    detectableRatio: null,
    basedOnCount: 4,
    reason: '4 past runs like this one, expected at least 10',
  })),
  history: { runCount: 6, likeCount: 4, neededCount: 10 },
};

/** All of them, by name. */
export const SAMPLE_COMPARISONS = {
  'side-by-side': sideBySide,
  calm,
  unbelievable,
  interrupted,
  large,
  stored,
  'young-history': youngHistory,
} as const;
