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
export interface ProgressLine<State> {
  update(progress: State): void;
  clear(): void;
}

/** What a line says of a state. */
export interface LineWords<State> {
  readonly text: (progress: State) => string;
  /** Drawn at once where this is another than before. */
  readonly phase: (progress: State) => string;
}

const WORDS_OF_RUN: LineWords<Progress> = {
  text: describeProgress,
  phase: ({ scenarioId, phase }) => `${scenarioId} ${phase}`,
};

/** The line of a run. */
export function openProgressLine(shell: Shell): ProgressLine<Progress> {
  return openLine(shell, WORDS_OF_RUN);
}

/** A line on the shell's stderr, or one that stays silent where no line can be drawn. */
export function openLine<State>(shell: Shell, words: LineWords<State>): ProgressLine<State> {
  const { stderr } = shell;
  if (!canRedraw(shell)) return { update() {}, clear() {} };
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let drawnPhase = '';
  return {
    update(progress) {
      const phase = words.phase(progress);
      if (phase === drawnPhase && performance.now() - drawnAtMs < REDRAW_MS) return;
      drawnAtMs = performance.now();
      drawnPhase = phase;
      stderr.write(CLEAR_LINE + visibleText(words.text(progress)).slice(0, (stderr.columns ?? 80) - 1));
    },
    clear() {
      stderr.write(CLEAR_LINE);
    },
  };
}

/** Such as `[2/6] slow-answers: round 12 of 40, about 35 s left`. */
export function describeProgress(progress: Progress): string {
  const { scenarioId, scenarioIndex, scenarioCount, phase, round, roundCount, remainingMs } = progress;
  const doing = phase === 'measuring' ? `round ${round + 1} of ${roundCount}` : phase;
  return `[${scenarioIndex + 1}/${scenarioCount}] ${scenarioId}: ${doing}${timeLeft(remainingMs)}`;
}

/** Such as `, about 35 s left`; empty where it is not known. */
export function timeLeft(remainingMs: number | null): string {
  return remainingMs === null ? '' : `, about ${Math.max(1, Math.ceil(remainingMs / 1000))} s left`;
}
