// A stored run judged by past ones, as `overlap compare` does.

import { buildComparison } from '../report/comparison/build-comparison.ts';
import { DEFAULT_MARGIN_RATIO } from '../report/comparison/margin.ts';
import { checkedOptions } from './checks/check-options.ts';
import { amount, type Check, folderOrBranch, yesOrNo } from './checks/checks.ts';
import type { CompareOptions, CompareOutcome, DocumentSource } from './other-options.ts';
import { outcomeOfComparison } from './outcome.ts';
import { pathOf } from './path-of.ts';
import { storedSides } from './stored-sides.ts';

const CHECKS: Readonly<Record<keyof CompareOptions, Check>> = {
  history: folderOrBranch,
  marginRatio: amount([0, 10], 'a share'),
  strict: yesOrNo,
};

export async function compared(
  base: DocumentSource,
  head: DocumentSource,
  options: CompareOptions,
): Promise<CompareOutcome> {
  const {
    history,
    marginRatio = DEFAULT_MARGIN_RATIO,
    strict = false,
  } = checkedOptions<CompareOptions>(options, CHECKS);
  const { base: baseDocument, head: headDocument, ...past } = await storedSides(base, head, history, NAMES);
  const labels = { base: labelOf(base, 'base'), head: labelOf(head, 'head') };
  const comparison = buildComparison(baseDocument, headDocument, { marginRatio, labels, ...past });
  return { comparison, exitCode: outcomeOfComparison(comparison, strict) };
}

const NAMES = { history: 'history' };

function labelOf(source: DocumentSource, name: string): string {
  return typeof source === 'string' || source instanceof URL ? pathOf(source) : name;
}
