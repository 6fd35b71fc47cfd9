// What a run or a comparison comes to, as an exit code. Scripts read nothing else, so bad news goes first and "nothing
// can be said" is never success.

import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { Comparison } from '../model/report/comparison.ts';
import type { Report } from '../model/report/report.ts';

/** True for a run that was interrupted before its first sample: there is nothing to tell and nothing to keep. */
export function isEmptyHanded({ complete, cells }: Pick<ResultDocument, 'complete' | 'cells'>): boolean {
  return !complete && cells.every(({ samples }) => samples.length === 0);
}

/** The outcome of `overlap run`. */
export function outcomeOfRun({ complete, scenarios }: Pick<Report, 'complete' | 'scenarios'>): ExitCode {
  if (!complete) return EXIT.interrupted;
  const rows = scenarios.flatMap((scenario) => scenario.rows);
  if (rows.some((row) => row.status === 'failed' || row.audits.some(({ passed }) => !passed))) return EXIT.found;
  const unmeasurable = scenarios.some(({ warnings }) => warnings.some(({ code }) => code === 'unmeasurable'));
  return unmeasurable ? EXIT.unmeasurable : EXIT.fine;
}

/** The outcome of `overlap gate` or `overlap compare`; `strict` wants a verdict for every cell. */
export function outcomeOfComparison(
  {
    cells,
    unmatched,
    complete,
    selfTest,
    history,
  }: Pick<Comparison, 'cells' | 'unmatched' | 'complete' | 'selfTest' | 'history'>,
  strict: boolean,
): ExitCode {
  if (!complete) return EXIT.interrupted;
  // A gate that calls equals different, or does not see what was put there, is not to be believed either way.
  if (selfTest?.passed === false) return EXIT.unmeasurable;
  if (cells.some(({ verdict }) => verdict === 'regressed') || unmatched.some(({ news }) => news === 'broken'))
    return EXIT.found;
  // Without a past run like it nothing can ever be found: that must not look like a gate that found nothing.
  if (cells.length === 0 || history?.likeCount === 0) return EXIT.incomparable;
  const open = unmatched.length > 0 || cells.some(({ verdict }) => verdict === 'inconclusive');
  return strict && open ? EXIT.incomparable : EXIT.fine;
}
