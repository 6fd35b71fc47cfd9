// One hostile document through the same functions as `overlap show` in every format and `overlap compare` against the
// document it was made from.

import { parseDocument } from '../../src/document/parse.ts';
import { BenchError } from '../../src/errors.ts';
import type { ResultDocument } from '../../src/model/document/document.ts';
import { renderers } from '../../src/render/registry.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { buildComparison } from '../../src/report/comparison/build-comparison.ts';
import { type Fault, messageFaults, pageFaults } from './faults.ts';
import type { Mutant } from './mutants.ts';

const NAME = 'mutant.json';
const DRAWING = { width: 80, color: false, detailed: true };
const MARGIN_RATIO = 0.25;
const REFUSED = 2;

/** What became of a document. */
export interface Outcome {
  readonly state: 'shown' | 'refused';
  readonly faults: readonly Fault[];
  /** The longest that one command computed, on this thread or beside it, in milliseconds. */
  readonly longestCpuMs: number;
}

/** Shows and compares the mutant; `base` is its original, read. Never throws. */
export function tryMutant({ text }: Pick<Mutant, 'text'>, base: ResultDocument): Outcome {
  const attempt = { faults: [] as Fault[], longestCpuMs: 0 };
  const read = measured(attempt, 0, () => parseDocument(text, NAME));
  if (read.value === undefined) return { state: 'refused', ...attempt };
  const document = read.value;
  const report = measured(attempt, read.cpuMs, () => buildReport(document));
  const comparison = measured(attempt, 2 * read.cpuMs, () =>
    buildComparison(base, document, { marginRatio: MARGIN_RATIO }),
  );
  for (const { id, renderReports, renderComparison } of renderers.values()) {
    const pages = [
      measured(
        attempt,
        report.cpuMs,
        () => report.value && renderReports([{ name: NAME, report: report.value }], DRAWING),
      ),
      measured(attempt, comparison.cpuMs, () => comparison.value && renderComparison?.(comparison.value, DRAWING)),
    ];
    for (const { value } of pages)
      if (value !== undefined) attempt.faults.push(...pageFaults(value, id, DRAWING.width));
  }
  return { state: 'shown', ...attempt };
}

interface Attempt {
  readonly faults: Fault[];
  longestCpuMs: number;
}

// Time of computing and not of the clock, which other programs stretch; added up along one command.
function measured<Value>(attempt: Attempt, beforeMs: number, work: () => Value): { value?: Value; cpuMs: number } {
  const start = process.cpuUsage();
  let value: Value | undefined;
  try {
    value = work();
  } catch (thrown) {
    attempt.faults.push(...faultsOfThrown(thrown));
  }
  const { user, system } = process.cpuUsage(start);
  const cpuMs = beforeMs + (user + system) / 1000;
  attempt.longestCpuMs = Math.max(attempt.longestCpuMs, cpuMs);
  return { ...(value === undefined ? {} : { value }), cpuMs };
}

function faultsOfThrown(thrown: unknown): Fault[] {
  if (!(thrown instanceof BenchError)) {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return [{ kind: 'stack', detail: stack.split('\n').slice(0, 3).join(' ').slice(0, 400) }];
  }
  const faults = messageFaults(thrown.message, NAME);
  if (thrown.exitCode !== REFUSED) faults.push({ kind: 'stack', detail: `exit code ${thrown.exitCode}` });
  return faults;
}
