// What is said before a server is asked that is not the fixture server: how much it will get, and what is left out.

import type { Settings } from '../../../model/document/document.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import { REQUESTS_PER_SECOND } from '../../runner.ts';

/** Lines for stderr; none where there is nothing to say. */
export function serverNotes(
  scenarios: readonly Pick<ScenarioSummary, 'id' | 'fixture' | 'service'>[],
  { target, onPort, mostRequestCount }: Pick<Settings, 'target' | 'onPort' | 'mostRequestCount'>,
): string[] {
  const named = target === null ? '--on-port' : '--target';
  if (target === null && onPort === null) return [];
  const left = scenarios.flatMap(({ id, fixture = {}, service }) => {
    const options = Object.keys(fixture);
    if (service !== null && service !== undefined) return `${id}'s own \`service\``;
    return options.length === 0 ? [] : `${id}'s \`fixture\` (${options.join(', ')})`;
  });
  return [
    ...(left.length === 0
      ? []
      : [`${named} goes first: left out ${left.length === 1 ? 'is' : 'are'} ${left.join('; ')}.`]),
    ...(target === null || mostRequestCount === null
      ? []
      : [
          `Up to ${mostRequestCount} requests to ${new URL(target).host}, on average at most ${REQUESTS_PER_SECOND} a second; --max-requests changes how many. Requests that tasks make with a client of their own are counted as one a task.`,
        ]),
  ];
}
