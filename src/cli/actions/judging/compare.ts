// Judges a saved result by past runs.

import { outcomeOfComparison } from '../../../api/outcome.ts';
import { storedSides } from '../../../api/stored-sides.ts';
import type { ExitCode } from '../../../exit-codes.ts';
import { buildComparison } from '../../../report/comparison/build-comparison.ts';
import type { CompareFlags } from '../../commands/judging/compare.ts';
import { plannedReports } from '../../reports/planned-reports.ts';
import { checkReportPlaces } from '../../reports/report-places.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { drawingFor } from '../../shell/drawing.ts';
import type { Shell } from '../../shell/shell.ts';
import { deliver, findComparisonRenderer } from '../deliver.ts';
import { assertPlaces } from '../places.ts';

export async function compare(
  shell: Shell,
  basePath: string,
  headPath: string,
  flags: CompareFlags,
): Promise<ExitCode> {
  const renderer = await findComparisonRenderer(flags.format);
  await assertPlaces({ '--out': flags.out }, [basePath, headPath]);
  const reports = plannedReports(flags.report ?? [], shell.env);
  await checkReportPlaces(shell, reports, { read: [basePath, headPath], written: { '--out': flags.out } });
  const { base, head, ...past } = await storedSides(basePath, headPath, flags.history, { history: '--history' });
  const comparison = buildComparison(base, head, {
    marginRatio: flags.margin,
    labels: { base: basePath, head: headPath },
    ...past,
  });
  await deliver(shell, renderer.renderComparison(comparison, drawingFor(shell, flags)), flags.out);
  const strict = flags.strict ?? false;
  await writeReports(shell, comparison, reports, { strict });
  return outcomeOfComparison(comparison, strict);
}
