// Which samples of a cell are worth knowing task by task: the one nearest to its median, and the slowest.

import type { Sample } from '../../model/document/document.ts';
import type { BatchTimeline, Timeline } from '../../model/document/timeline.ts';
import { median } from '../../stats/quantile.ts';

/** Tasks of a sample, before it is known whether they tell more than those of others. */
export type TakenTimeline = BatchTimeline & Pick<Timeline, 'epoch' | 'round'>;

/** Of these, the sample whose makespan is nearest to the median of all; undefined without any. */
export function nearestMedian(samples: readonly Sample[], all: readonly Sample[]): Sample | undefined {
  if (samples.length === 0) return undefined;
  const middleMs = median(all.map(({ wallMs }) => wallMs));
  return least(samples, ({ wallMs }) => Math.abs(wallMs - middleMs));
}

/** Of these, the sample with the longest makespan; undefined without any. */
export function slowest(samples: readonly Sample[]): Sample | undefined {
  return least(samples, ({ wallMs }) => -wallMs);
}

/** Of the timelines taken, the two that a document keeps; one where it is both. */
export function tellingTimelines(taken: readonly TakenTimeline[], samples: readonly Sample[]): Timeline[] {
  const known = samples.filter(({ round }) => taken.some((timeline) => timeline.round === round));
  const typical = nearestMedian(known, samples);
  const longest = slowest(known);
  return taken.flatMap((timeline) => {
    if (timeline.round === typical?.round) return { ...timeline, reason: 'typical' };
    if (timeline.round === longest?.round) return { ...timeline, reason: 'slowest' };
    return [];
  });
}

function least(samples: readonly Sample[], measure: (sample: Sample) => number): Sample | undefined {
  return samples.reduce<Sample | undefined>(
    (best, sample) => (best === undefined || measure(sample) < measure(best) ? sample : best),
    undefined,
  );
}
