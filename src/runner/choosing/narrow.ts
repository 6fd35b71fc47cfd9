// Choosing among scenarios by what they say of themselves: their tags and their kind.

import { BenchError } from '../../errors.ts';
import type { ScenarioKind, ScenarioSummary } from '../../model/scenario.ts';
import { nearestHint } from '../nearest-hint.ts';

/** Which scenarios are meant, of those that are named; all of them by default. */
export interface Narrowing {
  /** Those with any of these. */
  readonly tags?: readonly string[] | undefined;
  /** Those of any of these. */
  readonly kinds?: readonly ScenarioKind[] | undefined;
}

type Tagged = Pick<ScenarioSummary, 'tags' | 'kind'>;

/** Those that are meant. Throws `UNKNOWN_SCENARIO` for a tag that none has, and when none is left. */
export function narrowed<T extends Tagged>(scenarios: readonly T[], { tags, kinds }: Narrowing): readonly T[] {
  for (const tag of tags ?? []) refuseUnknown(tag, scenarios);
  const meant = scenarios.filter(
    (each) => (!tags || tags.some((tag) => each.tags.includes(tag))) && (!kinds || kinds.includes(each.kind)),
  );
  if (meant.length > 0 || scenarios.length === 0) return meant;
  const tagged = tags ? ` and has the tag ${tags.join(' or ')}` : '';
  throw new BenchError(
    'UNKNOWN_SCENARIO',
    `--kind: none of ${scenarios.length} scenarios is ${kinds?.join(' or ')} work${tagged}`,
    '`overlap list` shows the kind and the tags of each.',
  );
}

function refuseUnknown(tag: string, scenarios: readonly Tagged[]): void {
  const known = [...new Set(scenarios.flatMap(({ tags }) => tags))].sort();
  if (known.includes(tag)) return;
  throw new BenchError(
    'UNKNOWN_SCENARIO',
    `--tag: no scenario has the tag '${tag}'${nearestHint(tag, known)}`,
    known.length > 0 ? `Expected one of: ${known.join(', ')}.` : 'Give your scenarios `tags`, or leave the flag out.',
  );
}
