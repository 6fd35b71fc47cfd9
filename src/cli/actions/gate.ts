// Measures two versions of the user's scenarios side by side and judges what changed.

import { withFaults } from '../../api/gating/faults.ts';
import { planGate } from '../../api/gating/plan-gate.ts';
import { outcomeOfComparison } from '../../api/outcome.ts';
import { gateDocumentText } from '../../document/gate/parse.ts';
import { writeWhole } from '../../document/store.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { armName } from '../../model/arm-key.ts';
import type { GateDocument } from '../../model/gate-document.ts';
import { buildGateComparison } from '../../report/gate/build-gate-comparison.ts';
import { runGate } from '../../runner/gate/run-gate.ts';
import type { GateProgress, GateRequest } from '../../runner/plan/gate/gate-request.ts';
import { openTrees } from '../../trees/open-trees.ts';
import type { GateFlags } from '../commands/gate.ts';
import { drawingFor } from '../shell/drawing.ts';
import { type LineWords, openLine, timeLeft } from '../shell/progress.ts';
import { type Shell, say } from '../shell/shell.ts';
import { deliver, findRenderer } from './deliver.ts';
import { flagOf } from './measure-flags.ts';
import { assertPlaces } from './places.ts';

export async function gate(shell: Shell, names: string[], flags: GateFlags): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format);
  await assertPlaces({ '--raw': flags.raw, '--out': flags.out }, names);
  const signal = shell.interrupted();
  const { base, head, install } = flags;
  const onNote = (line: string) => say(shell, line);
  const trees = await openTrees({ base, head, install, folder: process.cwd(), signal, onNote });
  try {
    const request = await planGate(names, optionsOf(flags), trees, flagOf, signal, {
      tags: flags.tag,
      kinds: flags.kind,
    });
    const document = withFaults(await measure(shell, request, signal));
    if (flags.raw !== undefined) await writeWhole(flags.raw, gateDocumentText(document));
    const comparison = buildGateComparison(document);
    await deliver(shell, renderer.renderComparison(comparison, drawingFor(shell, flags)), flags.out);
    return outcomeOfComparison(comparison, flags.strict ?? false);
  } finally {
    await trees.close();
  }
}

async function measure(shell: Shell, request: GateRequest, signal: AbortSignal): Promise<GateDocument> {
  const line = openLine(shell, WORDS);
  try {
    return await runGate(request, {
      signal,
      onProgress: line.update,
      onNamed: ({ plan: { key } }, ratio) => {
        line.clear();
        const times = `${ratio.toFixed(2)} times as long as in base`;
        say(shell, `${key.scenarioId}, ${armName(key)}: takes ${times}, as it looks so far; going on to confirm it.`);
      },
    });
  } finally {
    line.clear();
  }
}

const WORDS: LineWords<GateProgress> = {
  text: ({ scenarioId, doneCount, plannedCount, remainingMs }) =>
    `[${doneCount} of ${plannedCount} pairs] ${scenarioId}${timeLeft(remainingMs)}`,
  phase: ({ scenarioId }) => scenarioId,
};

function optionsOf({ strategy, deadline, import: imports, param: params, margin, selfTest, ...rest }: GateFlags) {
  const { tasks, concurrency, threads, seed } = rest;
  return {
    ...{ tasks, concurrency, threads, seed, imports, params, selfTest },
    ...{ strategies: strategy, deadlineMs: deadline, marginRatio: margin },
  };
}
