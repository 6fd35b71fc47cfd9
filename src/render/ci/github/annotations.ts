// What GitHub shows beside the files of a pull request: what fails the command as errors, what somebody should look at as
// warnings, good news as notices. Only so many of each level are shown for a step, so the last one says how many are missing.

import type {
  ComparedCell,
  Comparison,
  UnmatchedCell,
  UnmatchedNews,
  VersionVerdict,
} from '../../../model/report/comparison.ts';
import { changeWords, selfTestWords, timesWords } from '../../page/comparison/comparison-basis.ts';
import { namesOf } from '../../page/comparison/comparison-cells.ts';
import { isBelievable, openCellsFail } from '../../page/comparison/comparison-words.ts';
import { shortReason } from '../../text-width.ts';
import { formatChosenShare, formatCount } from '../../units.ts';
import type { ReportOptions } from '../kinds.ts';
import { type Annotation, type AnnotationLevel, annotationLine } from './workflow-command.ts';

/** GitHub shows no more of one level for one step. */
const MOST_OF_A_LEVEL = 10;

/** Draws them, the worst news first; empty where there is none. */
export function annotations(comparison: Comparison, options: ReportOptions): string {
  const all = isBelievable(comparison) ? cellAnnotations(comparison, options) : [doubt(comparison)];
  return (['error', 'warning', 'notice'] as const)
    .flatMap((level) =>
      shown(
        level,
        all.filter((each) => each.level === level),
      ),
    )
    .map(annotationLine)
    .join('');
}

function doubt({ selfTest }: Comparison): Annotation {
  if (selfTest?.passed !== false) {
    return { level: 'warning', title: 'overlap-bench: interrupted', file: null, text: 'No verdict is given.' };
  }
  const text = `${selfTestWords(selfTest)}. No verdict of this run is to be believed.`;
  return { level: 'error', title: 'overlap-bench: the self-test failed', file: null, text };
}

function cellAnnotations(comparison: Comparison, { strict, folder }: ReportOptions): Annotation[] {
  const { cells, unmatched, marginRatio } = comparison;
  const open = openCellsFail(comparison, strict) ? 'warning' : null;
  const groups = Map.groupBy(unmatched, ({ key, news, reason }) => JSON.stringify([key.scenarioId, news, reason]));
  return [
    ...[...groups.values()].flatMap((same) => unmatchedAnnotations(same, open, folder)),
    ...cells.flatMap((cell) => changeAnnotations(cell, marginRatio, open, folder)),
  ];
}

/** A level, null for none, or that of a cell without a verdict. */
type Level = AnnotationLevel | 'open' | null;

const UNMATCHED: Record<UnmatchedNews, { readonly level: Level; readonly words: string }> = {
  broken: { level: 'error', words: 'FAILED in head' },
  'outputs changed': { level: 'warning', words: 'outputs changed' },
  removed: { level: 'warning', words: 'removed' },
  added: { level: 'open', words: 'new, nothing to compare with' },
  'not comparable': { level: 'open', words: 'could not be compared' },
};

const VERDICTS: Record<VersionVerdict, Level> = {
  regressed: 'error',
  improved: 'notice',
  inconclusive: 'open',
  'within margin': null,
};

/** One for all strategies of a scenario that share the reason. */
function unmatchedAnnotations(
  same: readonly UnmatchedCell[],
  open: AnnotationLevel | null,
  folder: string | undefined,
): Annotation[] {
  const [first] = same;
  if (first === undefined) return [];
  const { level, words } = UNMATCHED[first.news];
  const title = `${namesOf(same)}: ${words}`;
  return withLevel(level, open, { title, file: placeOf(first, folder), text: shortReason(first.reason) });
}

function changeAnnotations(
  cell: ComparedCell,
  marginRatio: number,
  open: AnnotationLevel | null,
  folder: string | undefined,
): Annotation[] {
  const { verdict, change, reason } = cell;
  const text = [
    `${changeWords(change)}, ${timesWords(cell)}.`,
    ...(reason === null ? [] : [shortReason(reason)]),
    `A change counts beyond ${formatChosenShare(marginRatio)}.`,
  ].join('\n');
  const title = `${namesOf([cell])}: ${verdict}`;
  return withLevel(VERDICTS[verdict], open, { title, file: placeOf(cell, folder), text });
}

function withLevel(level: Level, open: AnnotationLevel | null, rest: Omit<Annotation, 'level'>): Annotation[] {
  const own = level === 'open' ? open : level;
  return own === null ? [] : [{ level: own, ...rest }];
}

function placeOf({ file }: ComparedCell | UnmatchedCell, folder = ''): string | null {
  return file === null || folder === '' ? file : `${folder}/${file}`;
}

function shown(level: AnnotationLevel, all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= MOST_OF_A_LEVEL) return all;
  const first = all.slice(0, MOST_OF_A_LEVEL - 1);
  const text = `GitHub shows ${MOST_OF_A_LEVEL} of a level for a step; the summary of the step has all cells.`;
  const title = `overlap-bench: ${formatCount(all.length - first.length, `more ${level}`)}`;
  return [...first, { level, title, file: null, text }];
}
