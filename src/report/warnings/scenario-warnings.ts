// What a reader should know about one scenario as a whole.

import { armName } from '../../model/arm-key.ts';
import type { Warning } from '../../model/report/report.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import { COMFORTABLE_BATCH_MS, SHORTEST_BATCH_MS } from '../arms/too-short.ts';
import { isUnmeasurable } from '../arms/unmeasurable.ts';
import { ms } from '../why/words.ts';
import { neighbourWarnings } from './neighbour.ts';

/** All warnings that apply to a scenario; `referenceTrusted` is false when its reference arm shows no numbers. */
export function scenarioWarnings(data: ScenarioData, referenceTrusted: boolean): Warning[] {
  const { record, rounds, droppedRounds } = data;
  const kept = [...rounds].filter((round) => !droppedRounds.has(round)).length;
  const warnings: Warning[] = [];
  const measured = data.arms.some(({ samples }) => samples.length > 0);
  if (!referenceTrusted && (measured || record.reference !== null)) {
    warnings.push({
      code: 'no-reference',
      message:
        record.reference === null
          ? 'no arm is the reference, so no speed-up and no winner can be given.'
          : `${armName(record.reference)}, the reference, has no numbers, so no speed-up and no winner can be given.`,
      remedy: 'Its reason stands above; run again once it is gone.',
    });
  }
  const fastestMs = fastestMedianMs(data);
  if (fastestMs !== null && fastestMs < SHORTEST_BATCH_MS) {
    warnings.push({
      code: 'too-short',
      message: `a batch takes ${ms(fastestMs)}, too short to judge: reading the clocks takes as long.`,
      remedy: `Give the tasks more work or raise --tasks, until a batch takes ${COMFORTABLE_BATCH_MS} ms or more.`,
    });
  }
  if (isUnmeasurable(data)) {
    warnings.push({
      code: 'unmeasurable',
      message: `${droppedRounds.size} of ${rounds.size} rounds disturbed from outside; more than 20 % cannot be judged.`,
      remedy: 'Run again when the machine is quiet.',
    });
  } else if (droppedRounds.size > 0) {
    warnings.push({
      code: 'contaminated',
      message: `${droppedRounds.size} of ${rounds.size} rounds disturbed from outside; dropped for all arms.`,
      remedy: 'Nothing to do unless it happens often.',
    });
  }
  warnings.push(...neighbourWarnings(data));
  if (kept > 0 && rounds.size < record.plannedRoundCount) {
    warnings.push({
      code: 'partial',
      message: `the run ended after ${rounds.size} of ${record.plannedRoundCount} planned rounds.`,
      remedy:
        data.settings.mostRequestCount === null
          ? 'Run it again, with a larger --budget if it ran out of time.'
          : 'Run it again, with more --max-requests if these were used up, or a larger --budget.',
    });
  }
  if (data.totals === null && kept > 0) {
    warnings.push({
      code: 'no-calibration',
      message: 'calibration did not finish, so there is no floor and no prediction.',
      remedy: 'Run it again.',
    });
  }
  return warnings;
}

function fastestMedianMs({ arms }: ScenarioData): number | null {
  const measured = arms.filter(({ cell, samples }) => cell.status.state === 'completed' && samples.length > 0);
  return measured.length === 0 ? null : Math.min(...measured.map((arm) => arm.medianOf('wallMs')));
}
