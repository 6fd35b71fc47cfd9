// Two documents held against each other, as `overlap compare` does.

import { buildComparison } from '../report/comparison/build-comparison.ts';
import { DEFAULT_MARGIN_RATIO } from '../report/comparison/margin.ts';
import { checkedOptions } from './checks/check-options.ts';
import { amount, type Check, yesOrNo } from './checks/checks.ts';
import { documentFrom } from './documents.ts';
import type { CompareOptions, CompareOutcome, DocumentSource } from './other-options.ts';
import { outcomeOfComparison } from './outcome.ts';

const CHECKS: Readonly<Record<keyof CompareOptions, Check>> = {
  marginRatio: amount([0, 10], 'a share'),
  strict: yesOrNo,
};

export async function compared(
  base: DocumentSource,
  head: DocumentSource,
  options: CompareOptions,
): Promise<CompareOutcome> {
  const { marginRatio = DEFAULT_MARGIN_RATIO, strict = false } = checkedOptions<CompareOptions>(options, CHECKS);
  const [baseDocument, headDocument] = [await documentFrom(base, 'base'), await documentFrom(head, 'head')];
  const comparison = buildComparison(baseDocument, headDocument, { marginRatio });
  return { comparison, exitCode: outcomeOfComparison(comparison, strict) };
}
