// Holds two saved results against each other.

import { outcomeOfComparison } from '../../api/outcome.ts';
import { readDocument } from '../../document/store.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { buildComparison } from '../../report/comparison/build-comparison.ts';
import type { CompareFlags } from '../commands/compare.ts';
import { drawingFor } from '../shell/drawing.ts';
import type { Shell } from '../shell/shell.ts';
import { deliver, findRenderer } from './deliver.ts';
import { assertPlaces } from './places.ts';

export async function compare(
  shell: Shell,
  basePath: string,
  headPath: string,
  flags: CompareFlags,
): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format);
  await assertPlaces({ '--out': flags.out }, [basePath, headPath]);
  const [base, head] = [await readDocument(basePath), await readDocument(headPath)];
  const comparison = buildComparison(base, head, {
    marginRatio: flags.margin,
    labels: { base: basePath, head: headPath },
  });
  await deliver(shell, renderer.renderComparison(comparison, drawingFor(shell, flags)), flags.out);
  return outcomeOfComparison(comparison, flags.strict ?? false);
}
