// The rows of a report that can be held against their prediction, and how near each is.

import type { Report } from '../../src/model/report/report.ts';
import type { ScenarioKind } from '../../src/model/scenario.ts';

/** How near a measured median should be to its prediction on a quiet machine, as a share. */
export const TARGETS: Readonly<Record<ScenarioKind, number>> = { io: 0.1, cpu: 0.15, mixed: 0.15 };

/** One row, predicted and measured. */
export interface PredictedCell {
  readonly scenarioId: string;
  readonly kind: ScenarioKind;
  /** The strategy with its settings. */
  readonly name: string;
  readonly floorMs: number | null;
  readonly predictedMs: number | null;
  readonly measuredMs: number | null;
  /** Measured over predicted, less 1; null where the row has no numbers. */
  readonly errorRatio: number | null;
  readonly withinTarget: boolean;
}

/** Every row that was run, without placebos; one whose numbers are withheld has none here either. */
export function predictedCells({ scenarios }: Report): PredictedCell[] {
  return scenarios.flatMap(({ id, kind, rows }) =>
    rows
      .filter(({ placebo, status }) => !placebo && status !== 'skipped')
      .map((row) => {
        const { floorMs, predictedMs, medianMs } = row;
        const errorRatio = predictedMs === null || medianMs === null ? null : medianMs / predictedMs - 1;
        const withinTarget = errorRatio !== null && Math.abs(errorRatio) <= TARGETS[kind];
        return {
          scenarioId: id,
          kind,
          name: row.name,
          floorMs,
          predictedMs,
          measuredMs: medianMs,
          errorRatio,
          withinTarget,
        };
      }),
  );
}
