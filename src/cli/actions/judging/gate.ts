// Measures two versions of the user's scenarios side by side and judges what changed.

import { performGate } from '../../../api/gating/perform-gate.ts';
import { outcomeOfComparison } from '../../../api/outcome.ts';
import { gateDocumentText } from '../../../document/gate/parse.ts';
import { writeWhole } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { armName } from '../../../model/arm-key.ts';
import type { GateDocument } from '../../../model/document/gate-document.ts';
import type { GateProgress } from '../../../runner/plan/gate/gate-request.ts';
import type { GateFlags } from '../../commands/judging/gate.ts';
import { plannedReports } from '../../reports/planned-reports.ts';
import { checkReportPlaces } from '../../reports/report-places.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type LineWords, openLine, timeLeft } from '../../shell/progress.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { deliver, findComparisonRenderer } from '../deliver.ts';
import { flagOf } from '../measuring/measure-flags.ts';
import { assertPlaces } from '../places.ts';

export async function gate(shell: Shell, names: string[], flags: GateFlags): Promise<ExitCode> {
  const renderer = await findComparisonRenderer(flags.format);
  await assertPlaces({ '--raw': flags.raw, '--out': flags.out }, names);
  const reports = plannedReports(flags.report ?? [], shell.env);
  await checkReportPlaces(shell, reports, { read: names, written: { '--raw': flags.raw, '--out': flags.out } });
  const line = openLine(shell, WORDS);
  const tell = (text: string) => {
    line.clear();
    say(shell, text);
  };
  const { document, comparison } = await performGate(names, flags, optionsOf(flags), {
    nameOf: flagOf,
    narrowing: { tags: flags.tag, kinds: flags.kind },
    signal: shell.interrupted(),
    onNote: tell,
    onPlanned: ({ base, head }) => tell(`base: ${base.label}\nhead: ${head.label}`),
    onProgress: line.update,
    onNamed: ({ plan: { key } }, ratio) => {
      const times = `${ratio.toFixed(2)} times as long as in base`;
      tell(`${key.scenarioId}, ${armName(key)}: takes ${times}, as it looks so far; going on to confirm it.`);
    },
  }).finally(line.clear);
  await deliver(shell, renderer.renderComparison(comparison, drawingFor(shell, flags)), flags.out);
  const strict = flags.strict ?? false;
  await writeReports(shell, comparison, reports, { strict });
  const outcome = outcomeOfComparison(comparison, strict);
  if (flags.raw !== undefined) await keep(shell, flags.raw, document, outcome);
  return outcome;
}

/** What has been found counts more than a file that cannot be written. */
async function keep(shell: Shell, path: string, document: GateDocument, outcome: ExitCode): Promise<void> {
  try {
    await writeWhole(path, gateDocumentText(document));
  } catch (thrown) {
    if (outcome === EXIT.fine || !(thrown instanceof BenchError)) throw thrown;
    say(shell, `warning: ${thrown.message}\n${thrown.hint}`);
  }
}

const WORDS: LineWords<GateProgress> = {
  text: ({ scenarioId, doneCount, plannedCount, remainingMs }) =>
    `[${doneCount} of ${plannedCount} pairs] ${scenarioId}${timeLeft(remainingMs)}`,
  phase: ({ scenarioId }) => scenarioId,
};

function optionsOf({
  strategy,
  deadline,
  import: imports,
  param: params,
  margin,
  selfTest,
  strict,
  ...rest
}: GateFlags) {
  const { tasks, concurrency, threads, seed } = rest;
  return {
    ...{ tasks, concurrency, threads, seed, imports, params, selfTest, strict },
    ...{ strategies: strategy, deadlineMs: deadline, marginRatio: margin },
  };
}
