// The progress line: on stderr, only on a terminal, one line that is rewritten and wiped at the end. Drawn between
// samples, never during one.

import type { Progress } from '../../runner/plan/run-settings.ts';
import { visibleText } from '../../visible-text.ts';
import { canRedraw } from './drawing.ts';
import type { Shell } from './shell.ts';

const CLEAR_LINE = '\r\x1b[2K';
/** Redrawing more often than this would only cost time between samples. */
const REDRAW_MS = 100;

/** Where a progress line is drawn. */
export interface ProgressLine {
  update(progress: Progress): void;
  clear(): void;
}

/** A line on the shell's stderr, or one that stays silent where no line can be drawn. */
export function openProgressLine(shell: Shell): ProgressLine {
  const { stderr } = shell;
  if (!canRedraw(shell)) return { update() {}, clear() {} };
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let drawnPhase = '';
  return {
    update(progress) {
      const phase = `${progress.scenarioId} ${progress.phase}`;
      if (phase === drawnPhase && performance.now() - drawnAtMs < REDRAW_MS) return;
      drawnAtMs = performance.now();
      drawnPhase = phase;
      stderr.write(CLEAR_LINE + visibleText(describeProgress(progress)).slice(0, (stderr.columns ?? 80) - 1));
    },
    clear() {
      stderr.write(CLEAR_LINE);
    },
  };
}

/** One line, such as `[2/6] slow-answers: round 12 of 40, about 35 s left`. */
export function describeProgress(progress: Progress): string {
  const { scenarioId, scenarioIndex, scenarioCount, phase, round, roundCount, remainingMs } = progress;
  const doing = phase === 'measuring' ? `round ${round + 1} of ${roundCount}` : phase;
  const left = remainingMs === null ? '' : `, about ${Math.max(1, Math.ceil(remainingMs / 1000))} s left`;
  return `[${scenarioIndex + 1}/${scenarioCount}] ${scenarioId}: ${doing}${left}`;
}
