// Which of a run's kept samples somebody wants to see, by the names of their arms.

import { BenchError } from '../../../errors.ts';
import type { ScenarioTimelines } from '../../../model/report/timeline-report.ts';

/** Every arm. */
const ALL = 'all';

/** Those of these arms: `pool` for all of its sizes, `pool w2` for one. Throws `UNKNOWN_STRATEGY`, and `FILE_SCHEMA` where none was kept. */
export function chosenTimelines(
  all: readonly ScenarioTimelines[],
  wanted: readonly string[],
  path: string,
): ScenarioTimelines[] {
  const kept = all.flatMap(({ timelines }) => timelines);
  if (kept.length === 0) {
    throw new BenchError(
      'FILE_SCHEMA',
      `${path}: expected a run that kept its tasks, got one without any`,
      'Runs of versions before timelines kept none: measure it again with `overlap run`.',
    );
  }
  // The placebo is an arm of the reference's strategy, but nobody means it who asks for that.
  const namesOf = ({ name, placebo, key }: (typeof kept)[number]) => [name, placebo ? ALL : key.strategyId, ALL];
  const unknown = wanted.find((name) => !kept.some((timeline) => namesOf(timeline).includes(name)));
  if (unknown !== undefined) {
    const known = [...new Set(kept.map(({ name }) => name))];
    throw new BenchError(
      'UNKNOWN_STRATEGY',
      `--timeline: ${path} has no tasks of '${unknown}'`,
      `Expected some of: ${known.join(', ')}, or ${ALL}.`,
    );
  }
  return all.flatMap((scenario) => {
    const timelines = scenario.timelines.filter((each) => namesOf(each).some((name) => wanted.includes(name)));
    return timelines.length === 0 ? [] : [{ ...scenario, timelines }];
  });
}
